import Documents

/// Which plural category a whole number has, by CLDR's rules for the languages the chrome speaks.
enum PluralRule {
    static func category(of number: Int, in language: Language) -> String {
        switch language.primary {
        case "fr", "pt": number == 0 || number == 1 ? "one" : "other"
        default: number == 1 ? "one" : "other"
        }
    }
}
