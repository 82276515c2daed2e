import Campaign
import Documents
import Foundation

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
    let hasCountries: Bool
    let countries: [CountryLink]
    let archivePath: String

    struct CountryLink: Sendable {
        let label: String
        let count: String
        let path: String
        let isCurrent: Bool
    }
}

extension ListPage {
    /// - Parameter country: the country to show alone, alpha-2.
    init(_ actions: [ActionSummary], country: Country?, layout: Layout, for reader: Reader) {
        let shown = actions.filter { action in country.map { action.countries.contains($0) } ?? true }
        let name = country?.name(in: reader.language)
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            heading: name.map { reader.text("list.country_title", ["country": $0]) } ?? reader.text("list.title"),
            countLine: reader.count("list.count", shown.count),
            hasEntries: !shown.isEmpty,
            entries: shown.map { EntryPart($0, for: reader) },
            emptyTitle: shown.isEmpty
                ? name.map { reader.text("list.empty_country_title", ["country": $0]) } ?? reader.text("list.empty_title") : nil,
            hasCountries: Set(actions.flatMap(\.countries)).count > 1,
            countries: Self.countryLinks(actions, current: country, reader),
            archivePath: Links.archive(reader.language)
        )
    }

    private static func countryLinks(_ actions: [ActionSummary], current: Country?, _ reader: Reader) -> [CountryLink] {
        let counts = Dictionary(actions.flatMap(\.countries).map { ($0, 1) }, uniquingKeysWith: +)
        let all = CountryLink(
            label: reader.text("list.all_countries"), count: reader.words.grouped(actions.count),
            path: Links.list(reader.language, country: nil), isCurrent: current == nil
        )
        let each = counts.map { country, count in
            CountryLink(
                label: country.name(in: reader.language), count: reader.words.grouped(count),
                path: Links.list(reader.language, country: country.code.lowercased()), isCurrent: country == current
            )
        }
        return [all] + each.sorted { $0.label.compare($1.label, locale: Locale(identifier: reader.language.rawValue)) == .orderedAscending }
    }
}
