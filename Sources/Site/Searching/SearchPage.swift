import Campaign
import Documents
import Foundation

/// What a search found, with links that narrow it.
struct SearchPage: Page {
    static var template: String { "search/index" }

    let layout: Layout
    let t: [String: String]
    let searchPath: String
    let query: String
    /// The filters that go along with new words.
    let kept: [KeptField]
    let countLine: String
    let hasHits: Bool
    let hits: [EntryPart]
    let nearLines: [String]
    let emptyTitle: String?
    let hasAlone: Bool
    let alone: [ListPage.CountLink]
    let clearPath: String?
    let hasFacets: Bool
    let facets: [FacetPart]
    let nextPath: String?
    let archivePath: String

    struct KeptField: Sendable {
        let name: String
        let value: String
    }
}

/// The choices of one kind, each with the number of results it leaves.
struct FacetPart: Sendable {
    let facetID: String
    let facetHeading: String
    let links: [ListPage.CountLink]
    let hasMore: Bool
    let moreLinks: [ListPage.CountLink]

    /// So many stand open.
    private static let open = 8

    /// nil when there is nothing to choose.
    init?(_ id: String, _ heading: String, _ links: [ListPage.CountLink]) {
        guard links.count > 1 || links.contains(where: \.isCurrent) else { return nil }
        let first = links.enumerated().filter { $0.offset < Self.open || $0.element.isCurrent }
        let rest = links.enumerated().filter { $0.offset >= Self.open && !$0.element.isCurrent }
        facetID = id
        facetHeading = heading
        self.links = first.map(\.element)
        hasMore = !rest.isEmpty
        moreLinks = rest.map(\.element)
    }
}

extension SearchPage {
    init(_ found: SearchFindings, _ wish: SearchWish, layout: Layout, for reader: Reader) {
        let facets = found.facets.parts(wish, reader)
        let kept = [
            ("country", wish.country?.code.lowercased()), ("year", wish.year.map(String.init)), ("topic", wish.topic?.rawValue),
            ("state", wish.state?.rawValue),
        ]
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            searchPath: SearchLinks.all(reader.language),
            query: wish.words,
            kept: kept.compactMap { name, value in value.map { KeptField(name: name, value: $0) } },
            countLine: reader.count("search.count", found.total),
            hasHits: !found.hits.isEmpty,
            hits: found.hits.map { EntryPart($0.summary, for: reader).showing($0.snippet) },
            nearLines: found.near.map { near in
                // names are kept in small letters
                let names = near.names.map { $0.prefix(1).uppercased() + $0.dropFirst() }
                return reader.text("search.near", ["word": near.word, "names": names.joined(separator: reader.language.comma)])
            },
            emptyTitle: found.hits.isEmpty ? Self.emptyTitle(found, wish, reader) : nil,
            hasAlone: !found.alone.isEmpty,
            alone: found.alone.map { word, count in
                ListPage.CountLink(
                    label: word, count: reader.words.grouped(count), path: SearchLinks.search(SearchWish(words: word), reader.language),
                    isCurrent: false)
            },
            clearPath: wish.isNarrowed ? SearchLinks.search(wish.widest, reader.language) : nil,
            hasFacets: !facets.isEmpty,
            facets: facets,
            nextPath: found.next.map { next in SearchLinks.search(wish.with { $0.after = next }, reader.language) },
            archivePath: Links.archive(reader.language)
        )
    }

    private static func emptyTitle(_ found: SearchFindings, _ wish: SearchWish, _ reader: Reader) -> String {
        if wish.isNarrowed { return reader.text("search.none_filters") }
        return wish.words.isEmpty ? reader.text("search.none_title") : reader.text("search.none_words", ["words": wish.words])
    }
}

extension SearchFacets {
    fileprivate func parts(_ wish: SearchWish, _ reader: Reader) -> [FacetPart] {
        let words = SearchLinks.encoded(wish.words)
        func links<Value: Hashable>(
            _ counts: [Value: Int], _ field: WritableKeyPath<SearchWish, Value?>, name: (Value) -> String, isByCount: Bool,
            _ isBefore: (Value, Value) -> Bool
        ) -> [ListPage.CountLink] {
            let current = wish[keyPath: field], all = current.map { counts.merging([$0: 0]) { old, _ in old } } ?? counts
            return all.sorted { isByCount && $0.value != $1.value ? $0.value > $1.value : isBefore($0.key, $1.key) }.map { value, count in
                let isCurrent = value == current
                return ListPage.CountLink(
                    label: name(value), count: reader.words.grouped(count),
                    path: SearchLinks.search(wish.with { $0[keyPath: field] = isCurrent ? nil : value }, words: words, reader.language),
                    isCurrent: isCurrent)
            }
        }
        let states = SearchState.allCases
        return [
            FacetPart(
                "states", reader.text("search.states"),
                links(self.states, \.state, name: { reader.text("search.state_\($0.rawValue)") }, isByCount: false) {
                    (states.firstIndex(of: $0) ?? 0) < (states.firstIndex(of: $1) ?? 0)
                }),
            FacetPart(
                "countries", reader.text("search.countries"),
                links(countries, \.country, name: { $0.name(in: reader.language) }, isByCount: true) { $0.code < $1.code }),
            FacetPart(
                "topics", reader.text("search.topics"),
                links(topics, \.topic, name: { reader.text("topic.\($0.rawValue)") }, isByCount: true) { $0.rawValue < $1.rawValue }),
            FacetPart("years", reader.text("search.years"), links(years, \.year, name: { String($0) }, isByCount: false) { $0 > $1 }),
        ].compactMap { $0 }
    }
}
