import Documents
import Storage
import TestSupport

@testable import Campaign
@testable import Site

extension SamplePages {
    /// A collection with everything, one with nothing, and the teacher's page with and without paper.
    func collections() async throws -> [Sample] {
        let layout = pages.layout(english), day = english.today
        var collection = CaseCollection(
            id: .init("c"), section: .international, slug: "marathon-2021", startsOn: day, endsOn: day.adding(days: 60), lateDays: 42,
            isForSchools: true, isPublic: true, texts: ["en": CaseCollection.Words(title: "Letters of the winter", words: ["Ten cases."])],
            cases: [.wanjiru, .bishnu()])
        try await pages.store.tamper("UPDATE action SET invented = TRUE WHERE serial = 12")
        let views = [try await pages.view(.wanjiru, for: english), try await pages.view(.bishnu(), for: english)]
        let totals = CollectionTotals(cases: [.wanjiru: 40, .bishnu(): 12], places: ["Basel": 30, "Bern": 22], groups: [:])
        let full = CollectionPage(collection, views, totals, canMakePDF: true, origin: "http://localhost", layout: layout, for: english)
        let school = SchoolPage(collection, canMakePDF: true, layout: layout, for: english)
        (collection.startsOn, collection.endsOn) = (day.adding(days: 1), day.adding(days: 2))
        (collection.isForSchools, collection.texts) = (false, [:])
        let none = CollectionTotals(cases: [:], places: [:], groups: [:])
        let bare = CollectionPage(collection, [], none, canMakePDF: false, origin: "http://localhost", layout: layout, for: english)
        return [
            Sample(full), Sample(bare), Sample(school), Sample(SchoolPage(collection, canMakePDF: false, layout: layout, for: english)),
        ]
    }
}
