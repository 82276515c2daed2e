import Documents
import Foundation
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct CloseAtDeadlineTests {
    /// What an hour's turn does, as it is queued.
    private func turn(_ store: Store) async throws {
        let now = store.world.now(), close = CloseAtDeadline(database: store.database, world: store.world), id = store.world.newID()
        try await store.database.write { try $0.enqueue(CloseAtDeadline.kind, subject: "", id: id, at: now) }
        try await store.doJobs([CloseAtDeadline.kind: { try await close($0) }])
    }

    private func ended(_ store: Store) async throws -> [String] {
        try await store.database.read {
            try $0.rows("SELECT name, by_name, detail FROM event WHERE name IN ('action.ended', 'action.reopened') ORDER BY at, id").map {
                "\(try $0("name") as String) \(try $0("by_name") as String): \(try $0("detail") as String)"
            }
        }
    }

    @Test(arguments: Engine.available)
    func `an action ends once its day is over for everybody, and its pages are made anew`(on engine: Engine) async throws {
        try await withStore(engine, at: "2022-01-04T04:00:00.000Z") { store in
            store.advance(days: -40)
            try await store.take(.wanjiru())
            store.advance(days: 40)
            // in New York it is still the 3rd of January
            try await turn(store)
            #expect(try await store.action().latest?.ending == nil)
            store.advance(seconds: 7_200)
            let before = try await store.database.read { try $0.freshness(of: .wanjiru) }
            for _ in 0..<3 { try await turn(store) }
            let action = try await store.action(), output = try #require(action.latest), last = try #require(Day("2022-01-03"))
            #expect(output.ending == Ending(on: last, reason: .deadlinePassed) && output.outcome == nil)
            #expect(try await ended(store) == ["action.ended amparo: output 1 2022-01-03"])
            #expect(try await store.database.read { try $0.freshness(of: .wanjiru) } != before)
            let offer = action.letterOffer(
                for: output, edition: output.edition(for: .swiss), in: .swiss, on: store.world.now().day(in: .gmt))
            #expect(offer == .closed(.expired(on: last)), "readers are told of the day, as before")
        }
    }

    @Test(arguments: Engine.available)
    func `an archive that comes in later, what asks for nothing, and what ended otherwise are left as they are`(on engine: Engine) async throws {
        try await withStore(engine, at: "2021-11-30T10:00:00.000Z") { store in
            try await store.take(.bishnu(until: "2021-11-01"))
            try await store.take(.wanjiru())
            try await store.close(.released)
            try await store.take(.bishnu(serial: 13, until: "2021-12-05"))
            try await store.withdraw(.bishnu(13))
            try await store.take(.bishnu(serial: 14, until: "2021-12-05"), published: false)
            store.advance(days: 60)
            try await turn(store)
            #expect(try await ended(store).isEmpty)
            #expect(try await store.action().latest?.ending?.reason == .success)
            #expect(try await store.action(.bishnu()).latest?.ending == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `an output that was replaced does not end by its day`(on engine: Engine) async throws {
        try await withStore(engine, at: "2021-11-30T10:00:00.000Z") { store in
            try await store.take(.wanjiru())
            try await store.take(.wanjiruCharged())
            store.advance(days: 60)
            try await turn(store)
            let outputs = try await store.action().outputs
            #expect(outputs.map(\.ending?.reason) == [nil, .deadlinePassed])
        }
    }

    @Test(arguments: Engine.available)
    func `alerts that ask for letters end with a section's day, and those of a section with more time go on`(on engine: Engine) async throws {
        try await withStore(engine, at: "2021-12-31T12:00:00.000Z") { store in
            try await store.take(.wanjiru())
            try await store.extend(until: "2022-02-01", for: .swiss)
            for kind in [Alert.Kind.lastCall, .outcome] { _ = try await store.composed(kind: kind) }
            _ = try await store.drafts()
            store.advance(days: 5)
            try await turn(store)
            let states = try await store.database.read {
                try $0.rows("SELECT section, kind, state FROM alert ORDER BY section, kind").map {
                    "\(try $0("section") as String) \(try $0("kind") as String) \(try $0("state") as String)"
                }
            }
            #expect(states == ["ch deadline draft", "int last_call stopped", "int outcome draft"])
            #expect(try await store.action().latest?.ending == nil, "Swiss readers still write")
            store.advance(days: 40)
            try await turn(store)
            #expect(try await store.action().latest?.ending == Ending(on: Day("2022-02-01"), reason: .deadlinePassed))
        }
    }

    @Test(arguments: Engine.available)
    func `an extension opens again what its day had ended, and no outcome`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            store.advance(days: 40)
            try await turn(store)
            try await store.extend(until: "2022-01-20")
            let today = store.world.now().day(in: .gmt), action = try await store.action(), output = try #require(action.latest)
            #expect(output.ending == nil)
            #expect(
                action.letterOffer(for: output, edition: output.edition(for: .international), in: .international, on: today)
                    == .open(until: try #require(Day("2022-01-20"))))
            #expect(try await ended(store) == ["action.ended amparo: output 1 2022-01-03", "action.reopened Ivo: output 1"])
            store.advance(days: 40)
            try await turn(store)
            #expect(try await store.action().latest?.ending?.on == Day("2022-01-20"))
            try await store.close(.noChange)
            await #expect(throws: ExtensionRefusal.ended(.wanjiru)) { try await store.extend(until: "2022-04-01") }
        }
    }

    @Test(arguments: Engine.available)
    func `a document that says how it ended is believed before the calendar`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            store.advance(days: 40)
            try await turn(store)
            let taken = try await store.take(
                .wanjiru {
                    $0.endedDate = Day("2022-01-02")
                    $0.endReason = .success
                    $0.outcome = .released
                })
            #expect(try await store.action().latest?.ending == Ending(on: Day("2022-01-02"), reason: .success))
            #expect(taken.imported.findings.isEmpty)
        }
    }
}
