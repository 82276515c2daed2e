import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct CorrectCountsTests {
    private func withReturns(_ engine: Engine, _ body: (Store, CorrectCounts) async throws -> Void) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.actionCount = 10 })
            let group = try await store.group()
            _ = try await store.enter([
                store.count(34, group: group), store.count(12, source: .paper, channel: .email), store.count(5, source: .import),
            ])
            try await body(store, CorrectCounts(database: store.database, world: store.world))
        }
    }

    private func all(_ change: (inout CountSelection) -> Void = { _ in }) -> CountSelection {
        var selection = CountSelection(section: .international)
        selection.reference = .wanjiru
        change(&selection)
        return selection
    }

    @Test(arguments: Engine.available)
    func `a dry run says which total becomes what, and changes nothing`(on engine: Engine) async throws {
        try await withReturns(engine) { store, correct async throws in
            let plan = try await correct.plan(.void, all { $0.source = .group })
            #expect(plan.entries == 1 && plan.appeals == 34)
            #expect(plan.changes == [CorrectionPlan.Change(reference: .wanjiru, isElsewhere: false, before: 46, after: 12)])
            #expect(try await store.tally().counted() == 46)
        }
    }

    @Test(arguments: Engine.available)
    func `what was taken back and restored any number of times stands as it was, and the ledger agrees`(on engine: Engine) async throws {
        try await withReturns(engine) { store, correct async throws in
            for round in 1...3 {
                _ = try await correct(.void, all { $0.source = .group }, reason: "round \(round)", by: "Rosa")
                #expect(try await store.tally().counted() == 12)
                #expect(try await store.database.read { db in try db.groupTotals().map(\.appeals) } == [0])
                _ = try await correct(.restore, all { $0.source = .group }, reason: "it was right", by: "Rosa")
                #expect(try await store.tally().counted() == 46)
                #expect(try await store.database.read { db in try db.groupTotals().map(\.appeals) } == [34])
            }
            let found = try await VerifyTallies(database: store.database)()
            #expect(found.problems == [])
            #expect(found.appeals == 61)
            #expect(found.reports == 4 + 6)
        }
    }

    @Test(arguments: Engine.available)
    func `the same correction twice at once takes back once`(on engine: Engine) async throws {
        try await withReturns(engine) { store, correct async throws in
            let one = all { $0.source = .paper }
            _ = try await correct.plan(.void, one)
            async let first = try? correct(.void, one, reason: "twice", by: "Rosa")
            async let second = try? correct(.void, one, reason: "twice", by: "Ivo")
            #expect(await [first, second].compactMap { $0 }.count == 1)
            #expect(try await store.tally().counted() == 34)
            await #expect(throws: CorrectionRefusal.nothingMeant) { try await correct(.void, one, reason: "again", by: "Rosa") }
            #expect(try await VerifyTallies(database: store.database)().ok)
        }
    }

    @Test(arguments: Engine.available)
    func `what is confirmed is what was shown, or nothing`(on engine: Engine) async throws {
        try await withReturns(engine) { store, correct async throws in
            let plan = try await correct.plan(.void, all())
            _ = try await store.enter([store.count(1, source: .paper)])
            await #expect(throws: CorrectionRefusal.changed) {
                try await correct(.void, all(), reason: "all of it", by: "Rosa", confirming: plan.digest)
            }
            await #expect(throws: CorrectionRefusal.noReason) { try await correct(.void, all(), reason: " ", by: "Rosa") }
            await #expect(throws: CorrectionRefusal.unbounded) { try await correct(.void, CountSelection(), reason: "all", by: "Rosa") }
            #expect(try await store.tally().counted() == 47)
        }
    }

    @Test(arguments: Engine.available)
    func `another section's desk takes back nothing of this one`(on engine: Engine) async throws {
        try await withReturns(engine) { store, correct async throws in
            var selection = CountSelection(section: .swiss)
            selection.reference = .wanjiru
            await #expect(throws: CorrectionRefusal.nothingMeant) { try await correct.plan(.void, selection) }
        }
    }

    @Test(arguments: Engine.available)
    func `a disk that fails between ledger and tally leaves both as they were`(on engine: Engine) async throws {
        try await withReturns(engine) { store, _ async throws in
            let database = CountingDatabase(store.database), before = try await store.tally()
            database.fail(with: .diskFull)
            let correct = CorrectCounts(database: database, world: store.world)
            await #expect(throws: StorageFailure.diskFull) { try await correct(.void, all(), reason: "full", by: "Rosa") }
            #expect(try await store.tally() == before)
            #expect(try await VerifyTallies(database: store.database)().ok)
        }
    }

    @Test(arguments: Engine.available)
    func `a void that is not the opposite of what it takes back is found`(on engine: Engine) async throws {
        try await withReturns(engine) { store, correct async throws in
            _ = try await correct(.void, all { $0.source = .paper }, reason: "wrong", by: "Rosa")
            try await store.tamper("UPDATE report SET quantity = -13 WHERE quantity = -12")
            let problems = try await VerifyTallies(database: store.database)().problems
            #expect(problems.contains("1 entries take back another and are not its opposite"))
        }
    }

    @Test(arguments: Engine.available)
    func `what is held apart is in no sum until it is released, and then in the sum of its own day`(on engine: Engine) async throws {
        try await withReturns(engine) { store, correct async throws in
            try await store.withReports { report in
                var told = try store.form(quantity: 50)
                told.suspicion = .network
                #expect(try await report(told) == .counted(late: false))
                #expect(try await report(told) == .alreadyCounted)
            }
            #expect(try await store.tally().counted() == 46)
            #expect(try await VerifyTallies(database: store.database)().ok)
            let held = try await store.database.read { db in try db.heldSums(of: .international) }
            #expect(held.map(\.appeals) == [50] && held.map(\.suspicion) == [.network])
            store.advance(seconds: 3 * 86_400)
            _ = try await correct(.restore, all { $0.suspicion = .network }, reason: "a school", by: "Rosa")
            #expect(try await store.tally().counted() == 96)
            #expect(try await store.database.read { db in try db.heldSums(of: .international) } == [])
            #expect(try await VerifyTallies(database: store.database)().ok)
        }
    }

    @Test(arguments: Engine.available)
    func `what was held apart and is taken back stays out, and can still be restored`(on engine: Engine) async throws {
        try await withReturns(engine) { store, correct async throws in
            try await store.withReports { report in
                var told = try store.form(quantity: 50)
                told.suspicion = .tokenAge
                _ = try await report(told)
            }
            let plan = try await correct(.void, all { $0.suspicion = .tokenAge }, reason: "a program", by: "Rosa")
            #expect(plan.changes == [])
            #expect(try await store.database.read { db in try db.heldSums(of: .international) } == [])
            _ = try await correct(.restore, all { $0.source = .form }, reason: "no program", by: "Rosa")
            #expect(try await store.tally().counted() == 96)
        }
    }

    @Test(arguments: Engine.available)
    func `an hour far above the others is found, and one hour alone too once it is large`(on engine: Engine) async throws {
        try await withReturns(engine) { store, correct async throws in
            try await store.withReports { report in
                for quantity in [20, 20, 20, 250] {
                    _ = try await report(store.form(quantity: quantity))
                    store.advance(seconds: 3_600)
                }
            }
            let bursts = try await FindBursts(database: store.database, world: store.world)(of: .international)
            #expect(bursts.map(\.appeals) == [250] && bursts.map(\.usual) == [20])
            let hour = try #require(bursts.first)
            _ = try await correct(
                .hold,
                all {
                    $0.since = hour.begin; $0.until = hour.begin.adding(seconds: 3_600)
                }, reason: "who wrote that", by: "Rosa")
            #expect(try await store.tally().counted() == 106)
            #expect(try await FindBursts(database: store.database, world: store.world)(of: .international) == [])
        }
    }
}
