import Campaign
import Documents

/// For whom a page is made: a section, a language, a day. It knows nobody.
struct Reader: Sendable {
    let section: Section
    let language: Language
    let words: Translations
    let days: DayWording
    let today: Day

    /// The languages a text is looked for in, best first.
    var languages: [Language] { [language] + section.languages.filter { $0 != language } }

    /// The language of the public pages that a page leads to: the reader's, or the section's first where the desk is in another one.
    var publicLanguage: Language { section.languages.contains(language) ? language : section.languages.first ?? language }

    func text(_ key: String, _ values: [String: String] = [:]) -> String { words.text(key, values) }
    func count(_ key: String, _ number: Int) -> String { words.count(key, number) }

    /// The section's name in a sentence: that of its country in the reader's language, unless it calls itself otherwise.
    var sectionName: String {
        let country = section.country.flatMap { Country($0) }
        return country?.name(in: "en") == section.name ? country?.name(in: language) ?? section.name : section.name
    }

    func printed(_ reference: Reference) -> String { reference.printed(section.referenceStyle) }

    /// The name of a language in the reader's own, with a capital as a title has it.
    func name(of other: Language) -> String { days.name(of: other) }

    func names(of countries: [Country]) -> String {
        words.listed(countries.map { $0.name(in: language) })
    }

    /// A number that may be shown; nil below the section's threshold.
    func publicCount(_ number: Int) -> Int? { number >= section.threshold ? number : nil }
}
