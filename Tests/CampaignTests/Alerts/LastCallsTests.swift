import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct LastCallsTests {
    private let turn = Job(
        id: Job.ID("turn"), kind: LastCalls.kind, subject: "", priority: Job.whenIdle, state: .running, dueAt: Instant(milliseconds: 0), attempts: 1,
        failure: nil, createdAt: Instant(milliseconds: 0))

    private func compose(_ store: Store) throws -> ComposeAlert {
        ComposeAlert(database: store.database, world: store.world, catalogue: try Catalogue.shipped(), links: Store.alertLinks)
    }

    /// What an hour's turn asks for.
    private func asked(_ store: Store) async throws -> [Job] {
        try await store.tamper("DELETE FROM job")
        try await LastCalls(compose: try compose(store))(turn)
        return try await store.database.read { try $0.jobs() }
    }

    @Test(arguments: Engine.available)
    func `three days before letters end, and on no other day, a draft is made and nothing sent`(on engine: Engine) async throws {
        try await withStore(engine, at: "2021-12-30T12:00:00.000Z") { store in
            try await store.take(.wanjiru())
            try await store.take(.bishnu(until: nil))
            try await store.supporter("ana")
            #expect(try await asked(store).isEmpty)
            store.advance(days: 1)
            for _ in 0..<2 {
                let jobs = try await asked(store)
                #expect(jobs.map(\.kind) == [DraftAlerts.kind, DraftAlerts.kind, DraftAlerts.kind], "one for each section, in its own days")
                for job in jobs { try await DraftAlerts(compose: try compose(store))(job) }
            }
            let drafts = try await store.database.read { try $0.alertSummaries(limit: 9).map(\.alert) }.filter { $0.section == .international }
            #expect(drafts.map(\.kind) == [.lastCall] && drafts.map(\.state) == [.draft])
            let text = try #require(try await store.database.read { try $0.texts(of: drafts[0].id) }.first)
            #expect(text.subject.hasPrefix("Last days to write: ") && text.plain.contains("3 January 2022"))
            #expect(try await store.deliveries() == [:])
            store.advance(days: 1)
            #expect(try await asked(store).isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `the day begins where the section is`(on engine: Engine) async throws {
        // in Switzerland the last day of the year has begun
        try await withStore(engine, at: "2021-12-30T23:30:00.000Z") { store in
            try await store.take(.wanjiru())
            #expect(try await asked(store).count == 1)
            store.advance(seconds: 26 * 3_600)
            #expect(try await asked(store).count == 1, "in New York it is not over yet")
            store.advance(seconds: 6 * 3_600)
            #expect(try await asked(store).isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `nobody is called to write in a case that is closed, withdrawn or told anew`(on engine: Engine) async throws {
        for end in ["closed", "withdrawn", "renewed"] {
            try await withStore(engine, at: "2021-12-31T12:00:00.000Z") { store in
                try await store.take(.wanjiru())
                #expect(try await asked(store).count == 3, "one for each section")
                switch end {
                case "closed": try await store.close(.released)
                case "withdrawn": try await store.withdraw()
                default: try await store.take(.wanjiruCharged())
                }
                #expect(try await asked(store).isEmpty, "\(end)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a last call that was approved in time is not sent when its day is over`(on engine: Engine) async throws {
        try await withStore(engine, at: "2021-12-31T12:00:00.000Z") { store in
            try await store.take(.wanjiru())
            try await store.supporter("ana")
            _ = try await store.going(kind: .lastCall)
            store.advance(days: 4)
            let basket = Basket()
            try await store.deliver(basket)
            #expect(basket.people.isEmpty)
            #expect(try await store.deliveries() == ["ana": "skipped over"])
        }
    }
}
