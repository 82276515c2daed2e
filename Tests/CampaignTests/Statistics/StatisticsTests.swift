import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct StatisticsTests {
    private func withCounts(_ engine: Engine, _ body: (Store) async throws -> Void) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.actionCount = 10 })
            try await store.take(.bishnu(until: "2021-12-20"))
            _ = try await store.enter([
                store.count(34), store.count(6, channel: .email, on: "2021-11-30"), store.count(3, of: .bishnu(), on: "2021-10-26"),
            ])
            try await body(store)
        }
    }

    private func rows(
        _ report: StatisticsReport, _ store: Store, section: Section.Code? = nil, from: String = "2021-01-01", to: String = "2021-12-31"
    ) async throws -> [String] {
        let scope = StatisticsScope(section: section, from: Day(from) ?? Day(number: 0), to: Day(to) ?? Day(number: 0), threshold: 10)
        return try await store.database.read { db in
            try db.statistics(report, scope, in: "en").map { "\($0.key): \($0.counted) + \($0.elsewhere)" }
        }
    }

    @Test(arguments: Engine.available)
    func `each of the reports adds up what it is about, and what was counted elsewhere stays apart`(on engine: Engine) async throws {
        try await withCounts(engine) { store async throws in
            #expect(try await rows(.action, store) == ["UA 77/21 · 1: 40 + 10", "UA 12/21 · 1: 3 + 0"])
            #expect(try await rows(.number, store) == ["UA 77/21: 40 + 10", "UA 12/21: 3 + 0"])
            #expect(try await rows(.title, store) == ["Reporter held over a budget question: 40 + 10", "Farmer threatened after testimony: 3 + 0"])
            #expect(try await rows(.country, store) == ["KE: 40 + 10", "NP: 3 + 0"])
            #expect(try await rows(.year, store) == ["2021: 43 + 10"])
            #expect(try await rows(.month, store) == ["2021-10: 3 + 0", "2021-11: 40 + 10"])
            #expect(try await rows(.type, store) == ["post: 37 + 0", "email: 6 + 0", "other: 0 + 10"])
        }
    }

    /// Names are looked up for the first lines alone; the lines are those of the whole report.
    @Test(arguments: Engine.available)
    func `the first lines are those of the whole report`(on engine: Engine) async throws {
        try await withCounts(engine) { store async throws in
            try await store.take(.wanjiruCharged())
            for serial in 13...17 { try await store.take(.bishnu(serial: serial, until: "2021-12-20")) }
            // 13 and 14 have as many as each other, 15 to 17 none
            _ = try await store.enter([
                store.count(6, of: .bishnu(14), on: "2021-11-30"), store.count(6, of: .bishnu(13), on: "2021-11-30"),
                store.count(4, channel: .email, on: "2021-11-30"),
            ])
            for section in [nil, Section.Code.swiss, .international] {
                let scope = StatisticsScope(section: section, from: Day(number: 0), to: Day(number: 100_000), threshold: 1)
                for report in StatisticsReport.allCases {
                    for first in [1, 2, 3, 4, 100, .max] {
                        let (lines, whole) = try await store.database.read { db in
                            (try db.statistics(report, scope, in: "en", first: first), try db.statistics(report, scope, in: "en"))
                        }
                        #expect(lines.rows == Array(whole.prefix(first)), "\(report) \(first)")
                        #expect(lines.all == whole.count && !lines.haveServers, "\(report) \(first)")
                    }
                }
            }
            #expect(try await rows(.action, store).count == 4)
        }
    }

    @Test(arguments: Engine.available)
    func `days outside the range and other sections are left out`(on engine: Engine) async throws {
        try await withCounts(engine) { store async throws in
            #expect(try await rows(.number, store, from: "2021-11-30", to: "2021-11-30") == ["UA 77/21: 6 + 10"])
            #expect(try await rows(.number, store, section: .swiss) == [])
        }
    }

    @Test(arguments: Engine.available)
    func `a case of two topics stands under both`(on engine: Engine) async throws {
        try await withCounts(engine) { store async throws in
            try await SetTopics(database: store.database, world: store.world)(.wanjiru, [.journalists, .expression], by: "Rosa")
            #expect(try await Set(rows(.topic, store)) == ["journalists: 40 + 10", "expression: 40 + 10"])
        }
    }

    @Test(arguments: Engine.available)
    func `a withdrawn case keeps its number and loses its headline`(on engine: Engine) async throws {
        try await withCounts(engine) { store async throws in
            try await WithdrawAction(database: store.database, world: store.world)(.wanjiru, reason: "asked", by: "Rosa")
            #expect(try await rows(.title, store) == ["Farmer threatened after testimony: 3 + 0"])
            #expect(try await rows(.number, store).count == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `what was taken back is in no report`(on engine: Engine) async throws {
        try await withCounts(engine) { store async throws in
            var selection = CountSelection()
            selection.reference = .bishnu()
            _ = try await CorrectCounts(database: store.database, world: store.world)(.void, selection, reason: "wrong", by: "Rosa")
            #expect(try await rows(.number, store) == ["UA 77/21: 40 + 10"])
        }
    }

    @Test(arguments: Engine.available)
    func `fewer people than the threshold are told of in no line`(on engine: Engine) async throws {
        try await withCounts(engine) { store async throws in
            #expect(try await rows(.supporter, store) == [])
        }
    }
}
