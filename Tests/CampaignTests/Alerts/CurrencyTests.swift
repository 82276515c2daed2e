import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct CurrencyTests {
    private static let cases: [(Currency, Bool)] = [
        (Currency(issuedOn: Day("2021-11-22")), true),
        (Currency(issuedOn: Day("2021-10-22"), actUntil: Day("2022-01-03")), false),
        (Currency(actUntil: Day("2021-11-30")), true),
        (Currency(actUntil: Day("2021-11-29")), false),
        (Currency(eventOn: Day("2021-11-20")), true),
        (Currency(eventOn: Day("1998-11-20"), endedOn: Day("1998-12-01")), false),
        (Currency(eventOn: Day("1998-11-20"), endedOn: Day("2021-11-25")), true),
        (Currency(endedOn: Day("2020-11-25"), years: [2021]), false),
        (Currency(years: [2021]), true),
        (Currency(years: [2020]), false),
        (Currency(years: [1998, 2021]), false),
        (Currency(), false),
    ]

    @Test(arguments: cases)
    func `the surest date says whether a document is news`(_ currency: Currency, _ isNews: Bool) throws {
        #expect(currency.isNews(on: try #require(Day("2021-11-30"))) == isNews)
    }

    @Test func `in January the year before is not old yet`() throws {
        #expect(Currency(years: [2021]).isNews(on: try #require(Day("2022-01-20"))))
        #expect(!Currency(years: [2021]).isNews(on: try #require(Day("2022-02-20"))))
    }

    /// How many drafts taking it in asks for.
    private func asked(_ engine: Engine, _ draft: ActionDraft) async throws -> Int {
        try await withStore(engine) { store in
            try await store.take(draft)
            return try await store.database.read { try $0.jobs() }.count
        }
    }

    @Test(arguments: Engine.available)
    func `old news without a day of issue alert nobody, whatever else they say`(on engine: Engine) async throws {
        let old = ActionDraft.bishnu(until: nil) {
            $0.reference = "UA 12/98"
            $0.caseYear = 1998
            $0.issueDate = nil
        }
        #expect(try await asked(engine, old) == 0, "the archive's year")
        var dated = old
        dated.indexCode = "ASA 31/26/98"
        #expect(try await asked(engine, dated) == 0, "the index code's year")
        var fresh = old
        fresh.eventDate = Day("2021-11-28")
        #expect(try await asked(engine, fresh) == 1, "it happened the day before yesterday")
    }
}
