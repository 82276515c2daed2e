import Campaign
import Documents

/// A total in the words of one language: the same on the paper and on the page that confirms it.
struct TallyWords: Sendable {
    let letter: TallyLetter
    let reference: String
    let words: Translations
    let days: DayWording

    /// "1,234 appeals", or "more than 1,200 appeals".
    var total: String {
        letter.isExact
            ? words.count("tally.exact", letter.told) : words.text("tally.more", ["count": words.grouped(letter.told)])
    }

    /// By channel; the number of each only where the total is told exactly.
    var channels: [String] {
        letter.figures.map { figure in
            let name = words.text("channel.\(figure.channel.rawValue)")
            return letter.rounding == .exact ? "\(name): \(words.grouped(figure.appeals))" : name
        }
    }

    var dates: String {
        guard letter.firstOn != letter.lastOn else { return words.text("tally.date", ["date": days.long(letter.firstOn)]) }
        return words.text("tally.dates", ["from": days.long(letter.firstOn), "to": days.long(letter.lastOn)])
    }
    var countries: String? { letter.countries == 0 ? nil : words.count("tally.countries", letter.countries) }

    func asOf(_ section: Section) -> String { words.text("tally.as_of", ["date": days.long(letter.asOf.day(in: section.timeZone))]) }
}
