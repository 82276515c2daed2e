@testable import Campaign
import Documents
import Foundation
import Storage
import TestSupport
import Testing

@Suite struct PostageTests {
    private let today = Day("2026-11-22"), peru = Country("PE"), germany = Country("DE")

    private func rate(_ destinations: PostalRate.Destinations, _ price: String, from: String, checked: String? = nil, days: ClosedRange<Int>? = nil)
        throws -> PostalRate
    {
        PostalRate(
            zone: price, destinations: destinations, validFrom: try #require(Day(from)), price: Price(amount: price, currency: "CHF"), grams: 20,
            transit: days, isTransitVerified: false, checkedOn: checked.flatMap { Day($0) }, isVerified: checked != nil, source: "post office",
            link: nil
        )
    }

    private func postage(_ table: PostalTable, to country: Country?, until: String? = nil) throws -> Postage {
        try swiss(table).postage(to: country, actUntil: until.flatMap { Day($0) }, today: #require(today))
    }

    private func swiss(_ table: PostalTable) -> Section {
        Section(
            code: .swiss, name: "Switzerland", host: "ch.localhost", country: "CH", languages: ["de"], timeZone: .gmt, referenceStyle: .padded,
            threshold: 10, lateDays: 30, contactEmail: nil, contactPost: [], embassyCities: ["Bern"], words: [:], postal: table
        )
    }

    @Test func `a rate that names the country wins over one for everywhere, and the newest in force over older ones`() throws {
        let table = PostalTable(
            rates: [
                try rate(.everywhere, "2.50", from: "2024-01-01"), try rate(.everywhere, "9.90", from: "2027-01-01"),
                try rate(.countries([#require(germany)]), "1.80", from: "2022-01-01"),
                try rate(.countries([#require(germany)]), "1.90", from: "2024-01-01"),
            ], routes: [])
        #expect(try postage(table, to: peru).price?.amount == "2.50")
        #expect(try postage(table, to: germany).price?.amount == "1.90")
        #expect(try postage(table, to: nil).price == nil)
        #expect(try postage(.empty, to: peru).advice == .unknown)
    }

    @Test(
        arguments: [
            ("2026-12-31", Postage.Advice.post(by: Day(number: 20_808))), ("2026-12-02", .post(by: Day(number: 20_779))),
            ("2026-12-01", .tooLate(since: Day(number: 20_778))), (nil, .unknown),
        ] as [(String?, Postage.Advice)])
    func `the last day to post leaves the longest time on the way`(_ until: String?, _ advice: Postage.Advice) throws {
        let table = PostalTable(rates: [try rate(.everywhere, "2.50", from: "2024-01-01", days: 4...10)], routes: [])
        #expect(try postage(table, to: peru, until: until).advice == advice)
    }

    @Test func `a letter that arrives the same day may be posted on the last day, never after it`() throws {
        let table = PostalTable(rates: [try rate(.everywhere, "1.00", from: "2024-01-01", days: 0...0)], routes: [])
        #expect(try postage(table, to: peru, until: "2026-11-22").advice == .post(by: #require(today)))
    }

    @Test func `a closed route is said before any date, until it opens again`() throws {
        func route(_ status: PostalRoute.Status, _ country: Country?, _ since: String) throws -> PostalRoute {
            PostalRoute(
                country: country, status: status, since: try #require(Day(since)), checkedOn: nil, source: "post", link: "https://post.example")
        }
        let rates = [try rate(.everywhere, "2.50", from: "2024-01-01", days: 4...10)]
        let closed = PostalTable(rates: rates, routes: [try route(.unknown, nil, "2026-10-01"), try route(.suspended, peru, "2026-03-01")])
        #expect(try postage(closed, to: peru, until: "2026-12-31").advice == .suspended)
        #expect(try postage(closed, to: peru, until: "2026-12-31").needsAnotherWay)
        #expect(try postage(closed, to: germany, until: "2026-12-31").status == .unknown)
        let open = PostalTable(rates: rates, routes: closed.routes + [try route(.ok, peru, "2026-11-01")])
        #expect(try postage(open, to: peru, until: "2026-12-31").status == .ok)
        let later = PostalTable(rates: rates, routes: [try route(.suspended, peru, "2026-12-01")])
        #expect(try postage(later, to: peru).status == .unknown)
    }

    @Test func `a figure that was looked up long ago, or by nobody, is old`() throws {
        func isOld(_ checked: String?) throws -> Bool {
            try postage(PostalTable(rates: [rate(.everywhere, "2.50", from: "2024-01-01", checked: checked)], routes: []), to: peru).isOld
        }
        #expect(try !isOld("2025-11-22"))
        #expect(try isOld("2025-11-21"))
        #expect(try isOld(nil))
    }

    @Test func `a price reads as the reader writes it`() throws {
        #expect(Price(amount: "1.70", currency: "USD")?.text(in: "en", country: "US") == "$1.70")
        #expect(Price(amount: "2.50", currency: "CHF")?.text(in: "de", country: "CH").contains("2.50") == true)
        #expect(Price(amount: "2.50", currency: "CHF")?.text(in: "fr", country: "FR").contains("2,50") == true)
        for (amount, currency) in [("", "CHF"), ("2,50", "CHF"), ("2.5.0", "CHF"), ("-1", "CHF"), ("1e9", "CHF"), ("2.50", "chf"), ("2.50", "Fr.")] {
            #expect(Price(amount: amount, currency: currency) == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `the shipped sections know their post, each figure with its source, and the international one asks the post office`(on engine: Engine)
        async throws
    {
        try await withStore(engine) { store in
            let sections = try await store.database.read { try $0.sections() }
            let tables = Dictionary(uniqueKeysWithValues: sections.map { ($0.code, $0.postal) })
            #expect(tables[.international] == .empty)
            #expect(tables[.swiss] == (try InstallPostage.shipped()[.swiss]))
            #expect(tables[.american]?.rates.allSatisfy { $0.isVerified == ($0.checkedOn != nil) } == true)
            let swiss = try #require(sections.first { $0.code == .swiss }), day = try #require(today)
            #expect(swiss.postage(to: germany, actUntil: nil, today: day).price?.amount == "1.90")
            #expect(swiss.postage(to: peru, actUntil: nil, today: day).price?.amount == "2.50")
            let american = try #require(sections.first { $0.code == .american })
            #expect(american.postage(to: Country("YE"), actUntil: day, today: day).advice == .suspended)
            #expect(american.postage(to: peru, actUntil: day, today: day).status == .unknown)
        }
    }

    @Test(arguments: Engine.available)
    func `what a section changed of its post is not put back`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.tamper("DELETE FROM postal_rate WHERE section = 'ch' AND zone = 'europe'")
            try await InstallPostage(database: store.database)()
            let swiss = try await store.database.read { try $0.sections() }.first { $0.code == .swiss }
            #expect(swiss?.postal.rates.contains { $0.zone == "europe" } == false)
        }
    }

    @Test func `a table of postage reads back as it was written`() throws {
        for (code, table) in try InstallPostage.shipped() {
            let (again, problems) = PostalTable.read(try CSVTable(Array(CSVTable.text(table.rows).utf8)))
            #expect(problems.isEmpty)
            #expect(again == table, "\(code.rawValue)")
        }
    }

    @Test func `each bad row is told with its line`() throws {
        let text = """
            kind,zone,destinations,valid_from,currency,price,days_min,days_max,status,source
            rate,world,*,2024-01-01,CHF,2.50,4,10,,Ivo
            rate,world,*,yesterday,CHF,2.50,4,10,,Ivo
            rate,world,Mars,2024-01-01,CHF,2.50,4,10,,Ivo
            rate,world,*,2024-01-01,CHF,2.50,11,10,,Ivo
            rate,world,*,2024-01-01,CHF,2.50,4,10,,
            route,,PE,2024-01-01,,,,,closed,Ivo
            stamp,,PE,2024-01-01,,,,,,Ivo
            """
        let (table, problems) = PostalTable.read(try CSVTable(Array(text.utf8)))
        #expect(table.rates.count == 1)
        #expect(problems.map(\.line) == [3, 4, 5, 6, 7, 8])
        #expect(problems.map { $0.message.values["column"] } == ["valid_from", "destinations", "days_min", "source", "status", "kind"])
    }
}
