import Campaign
import Documents
import TestSupport
import Testing

@Suite struct PrintedCountTests {
    @Test(arguments: Engine.available)
    func `a printed count is a ledger entry apart, never counted twice, growing with the page`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.actionCount = 10 }, in: .swiss, bytes: "on Monday")
            try await store.take(.wanjiru { $0.actionCount = 10 }, in: .swiss, bytes: "on Tuesday")
            #expect(try await store.tally().countedElsewhere() == 10)
            try await store.take(.wanjiru { $0.actionCount = 34 }, in: .swiss, bytes: "on Friday")
            #expect(try await store.tally().countedElsewhere() == 34)
            #expect(try await store.tally().counted() == 0)
            #expect(try await VerifyTallies(database: store.database)().appeals == 34)
            #expect(try await VerifyTallies(database: store.database)().ok)
        }
    }

    @Test(arguments: Engine.available)
    func `a smaller count is kept as a finding`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.actionCount = 34 }, bytes: "on Friday")
            let result = try await store.take(.wanjiru { $0.actionCount = 10 }, bytes: "an old copy")
            #expect(result.imported.findings == [Finding(field: "action_count", value: "10", confidence: 1, note: FindingNote(.otherDocument, "34"))])
            #expect(try await store.tally().countedElsewhere() == 34)
        }
    }

    @Test(arguments: Engine.available)
    func `sections' printed counts and reports made here stand beside each other`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.actionCount = 10 }, in: .swiss)
            try await store.take(.wanjiru { $0.actionCount = 5 }, in: .american)
            try await store.withReports { report in _ = try await report(store.form(quantity: 3)) }
            let tally = try await store.tally()
            #expect(tally.countedElsewhere(output: 1) == 15)
            #expect(tally.counted(output: 1) == 3)
        }
    }
}
