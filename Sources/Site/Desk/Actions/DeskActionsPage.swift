import Campaign
import Documents
import Foundation

/// The actions of a section, narrowed and a page at a time, and a box for a number or for words of a headline.
struct DeskActionsPage: Page {
    static var template: String { "desk/actions" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let findPath: String
    /// Where a case begins, for those who may write.
    let newPath: String?
    let findValue: String
    let selects: [DeskForm.Field]
    let tables: [DeskTable]
    let nextPath: String?

    init(
        _ page: DeskPage, _ filter: DeskFilter, _ choices: (countries: [Country], years: [Int]), title: String, newPath: String? = nil,
        layout: Layout, for reader: Reader
    ) {
        self.layout = layout
        t = reader.words.plainTexts
        self.title = title
        findPath = DeskLinks.actions
        self.newPath = newPath
        findValue = filter.words ?? ""
        selects = [
            .list(
                "state", reader.text("desk.column_state"),
                DeskFilter.State.allCases.map { ($0.rawValue, reader.text("desk.filter_\($0.rawValue)")) }, chosen: filter.state.rawValue),
            .list(
                "country", reader.text("desk.filter_country"), [("", reader.text("desk.filter_any"))] + Self.countries(choices.countries, reader),
                chosen: filter.country?.code ?? ""),
            .list(
                "year", reader.text("desk.filter_year"), [("", reader.text("desk.filter_any"))] + choices.years.map { (String($0), String($0)) },
                chosen: filter.year.map(String.init) ?? ""),
            .list(
                "topic", reader.text("desk.filter_topic"),
                [("", reader.text("desk.filter_any"))] + Topic.allCases.map { ($0.rawValue, reader.text("topic.\($0.rawValue)")) },
                chosen: filter.topic?.rawValue ?? ""),
        ]
        let heading = reader.text("desk.filter_\(filter.state.rawValue)")
        tables = [.actions(heading, page.entries, reader, empty: reader.text("desk.filter_none"))]
        nextPath = page.next.map { filter.path(after: $0) }
    }

    private static func countries(_ countries: [Country], _ reader: Reader) -> [(String, String)] {
        countries.map { ($0.code, $0.name(in: reader.language)) }
            .sorted { $0.1.compare($1.1, locale: Locale(identifier: reader.language.rawValue)) == .orderedAscending }
    }
}

extension DeskFilter {
    /// As an address asks for it. What is not understood is left out.
    init(_ query: FormBody) {
        self.init()
        words = query["q"].flatMap { $0.contains { !$0.isWhitespace } ? String($0.prefix(100)) : nil }
        state = query["state"].flatMap(State.init) ?? (words == nil ? .now : .all)
        country = query["country"].flatMap { Country($0) }
        year = query["year"].flatMap(Int.init)
        topic = query["topic"].flatMap(Topic.init(rawValue:))
        after = query["after"].map { String($0.prefix(100)) }
    }

    /// The address of the page that begins after a place.
    func path(after place: String) -> String {
        var fields = URLComponents()
        fields.queryItems = [
            words.map { URLQueryItem(name: "q", value: $0) }, URLQueryItem(name: "state", value: state.rawValue),
            country.map { URLQueryItem(name: "country", value: $0.code) }, year.map { URLQueryItem(name: "year", value: String($0)) },
            topic.map { URLQueryItem(name: "topic", value: $0.rawValue) }, URLQueryItem(name: "after", value: place),
        ].compactMap { $0 }
        return DeskLinks.actions + "?" + (fields.percentEncodedQuery ?? "").replacing("+", with: "%2B")
    }
}
