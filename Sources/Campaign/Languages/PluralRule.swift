package import Documents

/// Which plural category a whole number has, by the cardinal rules of CLDR (common/supplemental/plurals.xml) for the languages that the program speaks.
package enum PluralRule {
    /// The categories that whole numbers have in `language`, and "other", in CLDR's order: a translation has a form for each of them.
    package static func categories(in language: Language) -> [String] {
        switch language.primary {
        case "ar": ["zero", "one", "two", "few", "many", "other"]
        case "ru", "uk": ["one", "few", "many", "other"]
        case "es", "fr", "it", "pt": ["one", "many", "other"]
        case "zh": ["other"]
        default: ["one", "other"]
        }
    }

    static func category(of number: Int, in language: Language) -> String {
        let number = number.magnitude
        return switch language.primary {
        case "ar": arabic(number)
        case "ru", "uk": eastSlavic(number)
        case "fr", "pt": number <= 1 ? "one" : millions(number)
        case "es", "it": number == 1 ? "one" : millions(number)
        case "fa": number <= 1 ? "one" : "other"
        case "zh": "other"
        default: number == 1 ? "one" : "other"
        }
    }

    /// "un millón de cartas": after whole millions the noun has a preposition.
    private static func millions(_ number: UInt) -> String {
        number != 0 && number.isMultiple(of: 1_000_000) ? "many" : "other"
    }

    private static func arabic(_ number: UInt) -> String {
        switch (number, number % 100) {
        case (0, _): "zero"
        case (1, _): "one"
        case (2, _): "two"
        case (_, 3...10): "few"
        case (_, 11...99): "many"
        default: "other"
        }
    }

    private static func eastSlavic(_ number: UInt) -> String {
        switch (number % 10, number % 100) {
        case (1, let rest) where rest != 11: "one"
        case (2...4, let rest) where !(12...14).contains(rest): "few"
        default: "many"
        }
    }
}
