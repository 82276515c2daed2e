extension Language {
    /// What stands between a place and a date: the comma of the language's script, and a blank.
    package var comma: String { ["ar", "ckb", "fa", "ps", "sd", "ug", "ur"].contains(rawValue.prefix { $0 != "-" }) ? "، " : ", " }
}
