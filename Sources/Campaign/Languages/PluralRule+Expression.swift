import Documents

extension PluralRule {
    /// The same rule as a header of gettext says it: how many forms, and an expression of C that gives the place of the form among `categories`.
    static func expression(in language: Language) -> String {
        let choice =
            switch language.primary {
            case "ar": "n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n % 100 >= 3 && n % 100 <= 10 ? 3 : n % 100 >= 11 ? 4 : 5"
            case "ru", "uk": "n % 10 == 1 && n % 100 != 11 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 2"
            case "fr", "pt": "n < 2 ? 0 : n % 1000000 == 0 ? 1 : 2"
            case "es", "it": "n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2"
            case "fa": "n > 1"
            case "zh": "0"
            default: "n != 1"
            }
        return "nplurals=\(categories(in: language).count); plural=(\(choice));"
    }
}
