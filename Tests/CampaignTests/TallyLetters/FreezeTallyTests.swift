import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct FreezeTallyTests {
    private func withCounts(_ engine: Engine, _ body: (Store, FreezeTally) async throws -> Void) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.actionCount = 1_000 })
            _ = try await store.enter([store.count(34, on: "2021-11-22"), store.count(13, channel: .email)])
            try await body(store, FreezeTally(database: store.database, world: store.world))
        }
    }

    @Test(arguments: Engine.available)
    func `the figures of a letter stay as they were, whatever is counted later`(on engine: Engine) async throws {
        try await withCounts(engine) { store, freeze in
            let made = try await freeze(.wanjiru, for: .official, in: "es", rounding: .exact, of: .international, by: "Rosa")
            #expect(made.told == 47 && made.isExact)
            #expect(made.figures.map(\.channel) == [.post, .email] && made.figures.map(\.appeals) == [34, 13])
            #expect(made.firstOn.text == "2021-11-22" && made.lastOn.text == "2021-11-29")
            _ = try await store.enter([store.count(500)])
            #expect(try await store.database.read { db in try db.tallyLetter(made.code) } == made)
            #expect(try await store.database.read { db in try db.tallyLetters(of: .international, limit: 9).map(\.letter) } == [made])
            #expect(try await store.database.read { db in try db.tallyLetters(of: .swiss, limit: 9).count } == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `a total is told rounded down and never up, and below the threshold not at all`(on engine: Engine) async throws {
        try await withCounts(engine) { store, freeze in
            let made = try await freeze(.wanjiru, for: .family, in: "en", rounding: .tens, of: .international, by: "Rosa")
            #expect(made.told == 40 && !made.isExact)
            await #expect(throws: TallyRefusal.tooFew(threshold: 100)) {
                try await freeze(.wanjiru, for: .family, in: "en", rounding: .hundreds, of: .international, by: "Rosa")
            }
            var selection = CountSelection()
            selection.reference = .wanjiru
            selection.source = .paper
            _ = try await CorrectCounts(database: store.database, world: store.world)(.void, selection, reason: "wrong", by: "Rosa")
            await #expect(throws: TallyRefusal.self) {
                try await freeze(.wanjiru, for: .family, in: "en", rounding: .exact, of: .international, by: "Rosa")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a withdrawn action's letter confirms nothing any more`(on engine: Engine) async throws {
        try await withCounts(engine) { store, freeze in
            let made = try await freeze(.wanjiru, for: .official, in: "en", rounding: .exact, of: .international, by: "Rosa")
            try await WithdrawAction(database: store.database, world: store.world)(.wanjiru, reason: "asked", by: "Rosa")
            await #expect(throws: ActionRefusal.self) { try await store.database.read { db in try db.reference(told: made.action) } }
        }
    }

    @Test(arguments: ["", "short", "K7QM3XV0123", "!!!!!!!!!!"])
    func `what is no code is no code`(_ typed: String) {
        #expect(TallyCode(typed) == nil)
    }
}
