import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign
@testable import Site

extension SamplePages {
    /// What a search found, with something in each part and with nothing.
    func searches() async throws -> [Sample] {
        let layout = pages.layout(english), find = FindActions(database: pages.store.database, shelves: pages.site.shelves)
        var wish = SearchWish(words: "Wanjiru newspaper", country: Country("KE"), year: 2021, topic: .journalists, state: .running)
        var found = try await find(SearchWish(words: "newspaper"), of: .international, in: ["en"], today: english.today)
        #expect(found.hits.contains { $0.snippet?.pieces.contains { $0.isMatch } == true })
        found.near = [SearchNear(word: "Wnajiru", names: ["wanjiru"])]
        for year in 2001...2012 { found.facets.years[year] = year - 2000 }
        found.next = SearchPlace("1.2021-11-22.77-21")
        let full = SearchPage(found, wish, layout: layout, for: english)
        wish = SearchWish(words: "Wanjiru Bishnu")
        var nothing = SearchFindings()
        nothing.alone = [("Wanjiru", 1), ("Bishnu", 2)]
        return [
            Sample(full), Sample(SearchPage(nothing, wish, layout: layout, for: english)),
            Sample(SearchPage(SearchFindings(), SearchWish(), layout: layout, for: english)),
        ]
    }
}
