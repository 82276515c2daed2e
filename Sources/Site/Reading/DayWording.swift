import Documents
import Foundation

/// Days and languages in words, as readers of one language in one country write them.
struct DayWording: Sendable {
    private let locale: Locale
    private let days: DayInWords

    init(language: Language, country: String?) {
        locale = language.locale(in: country ?? (language.primary == "en" ? "GB" : nil))
        days = DayInWords(language: language, country: country)
    }

    /// "23 November 2021"
    func long(_ day: Day) -> String { days.long(day) }

    /// "Monday, 3 January 2022"
    func withWeekday(_ day: Day) -> String { days.withWeekday(day) }

    /// "November 2021"
    func month(_ month: Int, of year: Int) -> String {
        Day(year: year, month: month, day: 1).map { days.month(of: $0) } ?? String(year)
    }

    /// "November", as a label of its own
    func monthName(_ month: Int) -> String {
        guard let day = Day(year: 2000, month: month, day: 1) else { return String(month) }
        return capitalised(days.monthName(of: day))
    }

    /// The language's name, capitalised.
    func name(of language: Language) -> String {
        capitalised(nameInSentence(of: language))
    }

    /// The language's name as it stands within a sentence: "anglais", "English".
    func nameInSentence(of language: Language) -> String {
        locale.localizedString(forIdentifier: language.rawValue) ?? language.rawValue
    }

    /// The language's name in itself: "Español", "العربية".
    static func ownName(of language: Language) -> String {
        let name = Locale(identifier: language.rawValue).localizedString(forIdentifier: language.rawValue) ?? language.rawValue
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    private func capitalised(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}
