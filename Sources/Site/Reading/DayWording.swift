import Documents
import Foundation

/// Days and languages in words, as readers of one language in one country write them.
struct DayWording: Sendable {
    private let locale: Locale

    /// English without a country is written the way most of the network does: day before month.
    init(language: Language, country: String?) {
        let region = country ?? (language.primary == "en" ? "GB" : nil)
        locale = language.locale(in: region)
    }

    /// "23 November 2021"
    func long(_ day: Day) -> String {
        date(day).formatted(style.day().month(.wide).year())
    }

    /// "Monday 3 January 2022"
    func withWeekday(_ day: Day) -> String {
        date(day).formatted(style.weekday(.wide).day().month(.wide).year())
    }

    /// "November 2021"
    func month(_ month: Int, of year: Int) -> String {
        guard let day = Day(year: year, month: month, day: 1) else { return String(year) }
        return date(day).formatted(style.month(.wide).year())
    }

    /// "November", as a label of its own
    func monthName(_ month: Int) -> String {
        guard let day = Day(year: 2000, month: month, day: 1) else { return String(month) }
        return capitalised(date(day).formatted(style.month(.wide)))
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

    private var style: Date.FormatStyle {
        Date.FormatStyle(locale: locale, calendar: Calendar(identifier: .gregorian), timeZone: .gmt)
    }

    private func date(_ day: Day) -> Date {
        Date(timeIntervalSince1970: Double(day.number) * 86_400)
    }

    private func capitalised(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}
