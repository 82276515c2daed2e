import Campaign
import Documents
import Foundation
import Mustache

/// The actions that need letters now.
struct ListPage: Page {
    static var template: String { "actions/index" }

    let layout: Layout
    let t: [String: String]
    let heading: String
    let countLine: String
    let hasEntries: Bool
    let entries: [EntryPart]
    let emptyTitle: String?
    let hasFilters: Bool
    let filters: [Filter]
    let archivePath: String

    /// The links of one kind, each with the number of actions behind it.
    struct Filter: Sendable {
        let filterID: String
        let filterHeading: String
        let links: [CountLink]
    }

    struct CountLink: Sendable {
        let label: String
        let count: String
        let path: String
        let isCurrent: Bool
    }
}

extension ListPage {
    init(_ actions: [ActionSummary], _ choice: ListChoice, layout: Layout, for reader: Reader) {
        let shown = actions.filter(choice.includes), name = choice.name(for: reader), filters = Self.filters(actions, choice, reader)
        let heading: String? =
            switch choice {
            case .all: nil
            case .country: name.map { reader.text("list.country_title", ["country": $0]) }
            case .region, .topic: name.map { reader.text("list.topic_title", ["topic": $0]) }
            }
        let empty: String? =
            if case .country = choice { name.map { reader.text("list.empty_country_title", ["country": $0]) } } else { nil }
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            heading: heading ?? reader.text("list.title"),
            countLine: reader.count("list.count", shown.count),
            hasEntries: !shown.isEmpty,
            entries: shown.map { EntryPart($0, for: reader) },
            emptyTitle: shown.isEmpty ? empty ?? reader.text("list.empty_title") : nil,
            hasFilters: !filters.isEmpty,
            filters: filters,
            archivePath: Links.archive(reader.language)
        )
    }

    /// Each kind by which the actions differ.
    private static func filters(_ actions: [ActionSummary], _ current: ListChoice, _ reader: Reader) -> [Filter] {
        let countries = actions.flatMap(\.countries), topics = actions.flatMap(\.topics)
        let regions = actions.flatMap { Set($0.countries.compactMap { Region(of: $0) }) }
        return [
            filter(
                "countries", reader.text("list.countries"), Set(countries).map { .country($0) }, isWorthwhile: Set(countries).count > 1, actions,
                current, reader),
            filter(
                "regions", reader.text("list.regions"), Set(regions).map { .region($0) }, isWorthwhile: Set(regions).count > 1, actions, current,
                reader),
            filter("topics", reader.text("list.topics"), Set(topics).map { .topic($0) }, isWorthwhile: !topics.isEmpty, actions, current, reader),
        ].compactMap { $0 }
    }

    private static func filter(
        _ id: String, _ heading: String, _ choices: [ListChoice], isWorthwhile: Bool, _ actions: [ActionSummary], _ current: ListChoice,
        _ reader: Reader
    ) -> Filter? {
        guard isWorthwhile else { return nil }
        func link(_ choice: ListChoice, _ label: String) -> CountLink {
            CountLink(
                label: label, count: reader.words.grouped(actions.count(where: choice.includes)), path: choice.path(in: reader.language),
                isCurrent: choice == current)
        }
        let each = choices.map { link($0, $0.name(for: reader) ?? "") }
        let sorted = each.sorted { $0.label.compare($1.label, locale: Locale(identifier: reader.language.rawValue)) == .orderedAscending }
        return Filter(
            filterID: id, filterHeading: heading,
            links: (id == "countries" ? [link(.all, reader.text("list.all_countries"))] : []) + sorted)
    }
}

extension ListPage.CountLink: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "label": label
        case "count": count
        case "path": path
        case "isCurrent": isCurrent
        default: nil
        }
    }
}
