extension Language {
    /// What stands between a place and a date: the comma of the language's script, and a blank.
    package var comma: String { ["ar", "ckb", "fa", "ps", "sd", "ug", "ur"].contains(primary) ? "، " : ", " }

    /// What stands between the things of a list.
    package var listComma: String { ["ja", "yue", "zh"].contains(primary) ? "、" : comma }
}
