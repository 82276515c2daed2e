import Campaign
import Documents
import Mustache

/// An action in a list.
struct EntryPart: Sendable {
    let countryName: String
    let reference: String
    let kindLabel: String?
    let isExample: Bool
    let isUrgent: Bool
    let textLang: String
    let textDir: String
    let headline: String
    let path: String
    let callText: String?
    let daysNumber: String?
    let daysUnit: String?
    let metaLine: [String]
    /// Where a search found its words, in place of the call.
    var hasSnippet = false
    var snippet: [SnippetPart] = []
    var snippetLang = ""
    var snippetDir = ""
}

extension EntryPart {
    init(_ summary: ActionSummary, for reader: Reader) {
        let words = summary.headline(in: reader.languages)
        let isOpen = summary.takesLetters(on: reader.today), days = DaysLeft(isOpen ? summary.actUntil : nil, for: reader)
        self.init(
            countryName: reader.names(of: summary.countries),
            reference: reader.printed(summary.reference),
            kindLabel: summary.kind == .first ? nil : reader.text("kind.\(summary.kind.rawValue)"),
            isExample: summary.isInvented,
            isUrgent: days?.isUrgent ?? false,
            textLang: (words?.language ?? reader.language).rawValue,
            textDir: (words?.language ?? reader.language).direction,
            headline: words?.headline ?? words?.lead.map(Self.opening) ?? reader.printed(summary.reference),
            path: Links.action(summary.reference, reader.language),
            callText: (isOpen ? words?.call : nil) ?? words?.lead.map(Self.opening),
            daysNumber: days?.number,
            daysUnit: days?.unit,
            metaLine: Self.meta(summary, reader)
        )
    }

    private static func meta(_ summary: ActionSummary, _ reader: Reader) -> [String] {
        let until = summary.takesLetters(on: reader.today) ? summary.actUntil : nil
        return [
            until.map { reader.text("list.write_until", ["date": reader.days.long($0)]) },
            until == nil ? summary.issuedOn.map { reader.text("archive.issued", ["date": reader.days.long($0)]) } : nil,
            summary.outcome.map { reader.text("state.outcome", ["outcome": reader.text("outcome.\($0.rawValue)")]) },
            reader.publicCount(summary.appeals).map { reader.count("list.appeals", $0) },
        ].compactMap { $0 }
    }

    /// The first sentence or so of a text, for an output that has no headline.
    private static func opening(_ text: String) -> String {
        guard text.count > 140 else { return text }
        let start = text.prefix(140)
        return (start.lastIndex(of: " ").map { start[..<$0] } ?? start) + "…"
    }
}

/// Days left in two pieces, number and unit, as the list sets them.
struct DaysLeft {
    let number: String
    let unit: String
    let isUrgent: Bool

    /// A week or less is urgent.
    static let urgentDays = 7

    /// nil when letters are over or no deadline is known.
    init?(_ until: Day?, for reader: Reader) {
        guard let days = until.map({ reader.today.days(until: $0) }), days >= 0 else { return nil }
        number = days == 0 ? reader.text("list.last_day") : reader.words.grouped(days)
        unit = days == 0 ? reader.text("list.last_day_unit") : reader.count("list.days_unit", days)
        isUrgent = days <= Self.urgentDays
    }

    /// In one line: "34 days left".
    static func line(_ until: Day, for reader: Reader) -> String {
        let days = reader.today.days(until: until)
        return days == 0 ? reader.text("list.last_day") : reader.count("list.days_left", days)
    }
}

extension EntryPart: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "countryName": countryName
        case "reference": reference
        case "kindLabel": kindLabel
        case "isExample": isExample
        case "isUrgent": isUrgent
        case "textLang": textLang
        case "textDir": textDir
        case "headline": headline
        case "path": path
        case "callText": callText
        case "daysNumber": daysNumber
        case "daysUnit": daysUnit
        case "metaLine": metaLine
        case "hasSnippet": hasSnippet
        case "snippet": snippet
        case "snippetLang": snippetLang
        case "snippetDir": snippetDir
        default: nil
        }
    }
}
