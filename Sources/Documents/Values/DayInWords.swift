import Foundation

/// Days in words, as readers of one language in one country write them: "3 January 2022", "1er janvier 2022".
package struct DayInWords: Sendable {
    private let style: Date.FormatStyle
    /// How the first of a month is written, where it is not written as a number.
    private let first: String?

    /// English without a country is written the way most of the network does: day before month.
    package init(language: Language, country: String?) {
        let locale = language.locale(in: country ?? (language.primary == "en" ? "GB" : nil))
        style = Date.FormatStyle(locale: locale, calendar: Calendar(identifier: .gregorian), timeZone: .gmt)
        first = ["fr": "1er", "it": "1º"][language.primary]
    }

    /// "23 November 2021"
    package func long(_ day: Day) -> String { written(day, style.day().month(.wide).year()) }

    /// "Monday, 3 January 2022"
    package func withWeekday(_ day: Day) -> String { written(day, style.weekday(.wide).day().month(.wide).year()) }

    /// "November 2021"
    package func month(of day: Day) -> String { written(day, style.month(.wide).year()) }

    /// "November", within a sentence
    package func monthName(of day: Day) -> String { written(day, style.month(.wide)) }

    private func written(_ day: Day, _ style: Date.FormatStyle) -> String {
        let text = Date(timeIntervalSince1970: Double(day.number) * 86_400).formatted(style)
        guard let first, day.day == 1 else { return text }
        return text.split(separator: " ", omittingEmptySubsequences: false).map { $0 == "1" ? first : String($0) }.joined(separator: " ")
    }
}
