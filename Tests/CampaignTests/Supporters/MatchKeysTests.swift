import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct MatchKeysTests {
    private func keyring(_ sealing: String, lookup: UInt8) throws -> Keyring {
        let key = Keyring.Key(id: sealing, bytes: (0..<32).map { UInt8($0) &+ lookup })
        return try Keyring(Keyring.Keys(sealing: [key], lookup: Keyring.Key(id: "lookup", bytes: [UInt8](repeating: lookup, count: 32))))
    }

    private func match(_ store: Store, _ keyring: Keyring) async throws { try await MatchKeys(database: store.database, keyring: keyring)() }

    @Test(arguments: Engine.available)
    func `the first keys are the database's, and others are refused before they do anything`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let first = try keyring("one", lookup: 1), other = try keyring("two", lookup: 2)
            #expect(try await !MatchKeys(database: store.database, keyring: other).areOthers())
            for _ in 0..<2 { try await match(store, first) }
            await #expect(throws: Keyring.Trouble.otherLookup) { try await match(store, other) }
            #expect(try await MatchKeys(database: store.database, keyring: other).areOthers())
            try await match(store, first)
            let rows = try await store.database.read { try $0.rows("SELECT purpose, mark FROM keyring_mark") }
            #expect(rows.count == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `keys with the same lookup that lack the one addresses are sealed with are refused`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let first = try keyring("one", lookup: 1)
            try await match(store, first)
            _ = try await SupporterCounter(store, keyring: first).supporter("rosa@example.org")
            await #expect(throws: Keyring.Trouble.unknownKey("one")) { try await match(store, keyring("two", lookup: 1)) }
            try await match(store, first)
        }
    }

    @Test(arguments: Engine.available)
    func `a database from before there were marks is tried by an address in it`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let first = try keyring("one", lookup: 1)
            _ = try await SupporterCounter(store, keyring: first).supporter("rosa@example.org")
            let sealing = Keyring.Key(id: "one", bytes: (0..<32).map { UInt8($0) &+ 1 })
            let other = try Keyring(.init(sealing: [sealing], lookup: .init(id: "lookup", bytes: [UInt8](repeating: 9, count: 32))))
            await #expect(throws: Keyring.Trouble.otherLookup) { try await match(store, other) }
            #expect(try await store.count("keyring_mark") == 0)
            try await match(store, first)
        }
    }

    @Test(arguments: Engine.available)
    func `of machines that begin at once with keys of their own, one goes on`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let outcomes = await withTaskGroup(of: Bool.self) { group in
                for number in 1...4 {
                    group.addTask {
                        do {
                            try await match(store, keyring("key \(number)", lookup: UInt8(number)))
                            return true
                        } catch { return false }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count(where: { $0 }) == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `lost keys that nothing needs give way to new ones, and others do not`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let lost = try keyring("one", lookup: 1), fresh = try keyring("two", lookup: 2)
            try await match(store, lost)
            #expect(try await AdoptKeys(database: store.database, keyring: fresh)())
            try await match(store, fresh)
            let counter = try SupporterCounter(store, keyring: fresh), rosa = try await counter.supporter("rosa@example.org")
            #expect(try await !AdoptKeys(database: store.database, keyring: lost)())
            try await counter.erase(rosa)
            #expect(try await !AdoptKeys(database: store.database, keyring: lost)(), "that nobody mails her again")
            await #expect(throws: Keyring.Trouble.otherLookup) { try await match(store, lost) }
        }
    }
}
