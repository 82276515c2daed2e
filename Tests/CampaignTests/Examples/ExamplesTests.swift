@testable import Campaign
import Documents
import Foundation
import Storage
import TestSupport
import Testing

@Suite struct ExamplesTests {
    private func withExamples(_ engine: Engine, _ body: (Store) async throws -> Void) async throws {
        try await withStore(engine, at: "2026-03-10T10:00:00.000Z") { store in
            try await LoadExamples(database: store.database, world: store.world)()
            try await body(store)
        }
    }

    @Test(arguments: Engine.available)
    func `the examples load once, into an empty database only`(on engine: Engine) async throws {
        try await withStore(engine) { store async throws in
            let load = LoadExamples(database: store.database, world: store.world)
            #expect(try await load() > 10)
            #expect(try await load() == 0)
        }
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            #expect(try await LoadExamples(database: store.database, world: store.world)() == 0)
        }
    }

    @Test func `a disk that fills up under the examples leaves none of them, and the next start loads them all`() async throws {
        try await withStore(.sqlite) { store in
            let load = LoadExamples(database: store.database, world: store.world)
            try await store.limitPages(over: 10)
            await #expect(throws: StorageFailure.diskFull) { try await load() }
            #expect(try await store.references().isEmpty)
            try await store.limitPages(over: 100_000)
            #expect(try await load() > 10)
        }
    }

    @Test func `every state can be seen`() async throws {
        try await withExamples(.sqlite) { store in
            let today = store.world.now().day(in: .gmt), states = try await store.states(on: today)
            #expect(states.offers.contains { if case .open(let day) = $0 { day > today.adding(days: 30) } else { false } })
            #expect(states.offers.contains(.open(until: today)))
            #expect(states.offers.contains { if case .closed(.expired) = $0 { true } else { false } })
            #expect(states.offers.contains { if case .closed(.superseded) = $0 { true } else { false } })
            #expect(states.offers.contains(.closed(.noFurtherAction)))
            #expect(states.outcomes.contains(.released))
            #expect(states.outcomes.contains(.died))
            #expect(states.withdrawn == 1)
        }
    }

    @Test func `there are letters in six languages, one of them from right to left`() async throws {
        try await withExamples(.sqlite) { store in
            let languages: [Language] = try await store.database.read {
                try $0.rows("SELECT DISTINCT language FROM model_letter").map { try $0("language") }
            }
            #expect(Set(languages).isSuperset(of: ["en", "es", "fr", "de", "pt", "ar"]))
            #expect(languages.contains { $0.isRightToLeft })
        }
    }

    @Test(arguments: Engine.available)
    func `the retold cases are no inventions, the others are marked, and nothing disagrees`(on engine: Engine) async throws {
        try await withExamples(engine) { store in
            let retold = [Reference(series: .UA, serial: 119, year: 2021), Reference(series: .UA, serial: 106, year: 2023)]
            for reference in try await store.references() {
                guard let action = try? await store.action(reference) else { continue }
                #expect(action.isInvented == !retold.contains(reference))
            }
            let conflicts = try await store.database.read {
                try $0.rows("SELECT field FROM finding WHERE note LIKE 'another document%'").map { try $0("field") as String }
            }
            #expect(Set(conflicts).subtracting(["subject_names"]) == [])
            #expect(try await VerifyTallies(database: store.database)().ok)
        }
    }

    @Test func `one output of two sections keeps each its embassy`() async throws {
        try await withExamples(.sqlite) { store in
            let output = try #require(try await store.action(Reference(series: .UA, serial: 119, year: 2021)).output(1))
            #expect(output.editions.map(\.section).contains(.american))
            #expect(output.edition(for: .american)?.addressees.map(\.role) == [.target, .target])
            #expect(output.edition(for: .swiss)?.addressees.map(\.role) == [.target, .copy])
            #expect(output.letters.map(\.language) == ["en", "es"])
        }
    }

    @Test func `a case whose first output is not here keeps its deadline and its end apart`() async throws {
        try await withExamples(.sqlite) { store in
            let action = try await store.action(Reference(series: .UA, serial: 106, year: 2023))
            let output = try #require(action.latest)
            #expect(action.outputs.map(\.ordinal) == [2])
            #expect(output.previousLink != nil)
            #expect(output.actUntilInDocument == Day("2024-01-09"))
            #expect(output.ending?.on == Day("2023-11-29"))
        }
    }

    @Test(arguments: ["2026-01-01T00:00:00.000Z", "2028-02-29T23:59:59.000Z", "2031-12-31T12:00:00.000Z"])
    func `they load on any day`(_ instant: String) async throws {
        try await withStore(.sqlite, at: instant) { store in
            let loaded = try await LoadExamples(database: store.database, world: store.world)()
            #expect(loaded > 10)
        }
    }

    @Test(arguments: [
        ("{{today}}", "2021-11-30"), ("until {{today+12}}, since {{today-3}}", "until 2021-12-12, since 2021-11-27"), ("UA 9/{{yy}}", "UA 9/21"),
        ("{{name}} and {{today", "{{name}} and {{today"), ("{{today+x}}", "{{today+x}}"), ("{name}", "{name}"),
    ])
    func `a day is told from today, and other braces stay`(_ text: String, _ said: String) {
        #expect(RelativeDays.resolved(text, on: Made.today) == said)
    }
}

extension Store {
    /// Lets the file grow by no more than `room` pages.
    fileprivate func limitPages(over room: Int) async throws {
        try await database.write { db in
            let count: Int = try db.row("PRAGMA page_count")?("page_count") ?? 0
            _ = try db.rows(SQL(verbatim: "PRAGMA max_page_count = \(count + room)"))
        }
    }

    fileprivate func references() async throws -> [Reference] {
        try await database.read { try $0.rows("SELECT series, serial, year FROM action").map(Reference.init) }
    }

    fileprivate func states(on today: Day) async throws -> (offers: [LetterOffer], outcomes: [Outcome], withdrawn: Int) {
        var states = (offers: [LetterOffer](), outcomes: [Outcome](), withdrawn: 0)
        for reference in try await references() {
            do {
                let action = try await action(reference)
                states.offers += action.outputs.map {
                    action.letterOffer(for: $0, edition: $0.edition(for: .international), in: .international, on: today)
                }
                states.outcomes += action.outputs.compactMap(\.outcome)
            } catch ActionRefusal.withdrawn {
                states.withdrawn += 1
            }
        }
        return states
    }
}
