import Campaign
import Documents
import Storage
import TestSupport
import Testing

@Suite struct GroupedReportsTests {
    @Test(arguments: Engine.available)
    func `a thousand who report at once share a few transactions, and none is lost`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let database = CountingDatabase(store.database)
            try await withDesk(on: database, store) { report in
                try await withThrowingTaskGroup { group in
                    for _ in 0..<1_000 { group.addTask { try await report(store.form(quantity: 2)) } }
                    try await group.waitForAll()
                }
            }
            #expect(try await store.tally().counted() == 2_000)
            #expect(database.writes < 250)
            #expect(try await VerifyTallies(database: store.database)().reports == 1_000)
        }
    }

    @Test(arguments: Engine.available)
    func `a full disk is told to everyone in the group, and nothing is half-written`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let database = CountingDatabase(store.database)
            try await withDesk(on: database, store) { report in
                let form = try store.form()
                database.fail(with: .diskFull)
                await #expect(throws: StorageFailure.diskFull) { try await report(form) }
                await #expect(throws: StorageFailure.diskFull) { try await report(store.form()) }
                database.fail(with: nil)
                #expect(try await report(form) == .counted(late: false))
            }
            #expect(try await store.tally().counted() == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `a desk that has closed says so, and what it took before is counted`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let report = RecordReport(database: store.database, world: store.world)
            let desk = Task { await report.run() }
            #expect(try await report(store.form()) == .counted(late: false))
            desk.cancel()
            await desk.value
            await #expect(throws: ReportRefusal.stopping) { try await report(store.form()) }
            #expect(try await store.tally().counted() == 1)
        }
    }

    private func withDesk(on database: CountingDatabase, _ store: Store, _ body: (RecordReport) async throws -> Void) async throws {
        let report = RecordReport(database: database, world: store.world)
        let desk = Task { await report.run() }
        defer { desk.cancel() }
        try await body(report)
    }
}
