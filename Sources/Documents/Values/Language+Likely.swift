extension Language {
    /// The tag with the script that Chinese is written in where it says none, after CLDR's likely subtags: "zh-CN" is "zh-Hans-CN", "zh-TW" is
    /// "zh-Hant-TW", "zh" is "zh-Hans". Every other language stays as it is.
    package var likely: Language {
        guard primary == "zh", script == nil else { return self }
        let script = region.map { ["HK", "MO", "TW"].contains($0) } == true ? "Hant" : "Hans"
        return Language(["zh", script, region].compactMap { $0 }.joined(separator: "-"))
    }

    /// The tag, then the shorter ones that are left when its parts are taken off its end: "zh-Hans-CN", "zh-Hans", "zh".
    package var fromLongToShort: [Language] {
        let parts = rawValue.split(whereSeparator: { $0 == "-" || $0 == "_" })
        return parts.indices.reversed().map { Language(parts[...$0].joined(separator: "-")) }
    }
}
