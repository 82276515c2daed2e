extension Language {
    /// What stands between a place and a date: the comma of the language's script, and a blank.
    package var comma: String { ["ar", "ckb", "fa", "ps", "sd", "ug", "ur"].contains(primary) ? "، " : ", " }

    /// What stands between the things of a list.
    package var listComma: String { ["ja", "yue", "zh"].contains(primary) ? "、" : comma }

    /// What stands between a label and its value: in French with a blank before it that no line breaks at, in Chinese and Japanese as wide as a letter.
    package var colon: String {
        switch primary {
        case "fr": "\u{A0}: "
        case "ja", "yue", "zh": "："
        default: ": "
        }
    }
}
