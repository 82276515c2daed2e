import Documents
import Mail
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct TakeBounceTests {
    private func token(_ name: String) throws -> String { BounceToken.text(Supporter.ID(name), try .steady) }

    private func take(_ store: Store, _ kind: Bounce.Kind, _ token: String?, times: Int = 1) async throws -> Bool {
        let take = TakeBounce(database: store.database, world: store.world, keyring: try .steady)
        var isTaken = false
        for _ in 0..<times { isTaken = try await take(Bounce(kind: kind, recipient: "ana@example.org", returnPathToken: token, status: "5.1.1")) }
        return isTaken
    }

    private func suppressions(_ store: Store) async throws -> [String] {
        try await store.database.read { try $0.suppressions(of: .international).map { "\($0.lookup): \($0.reason.rawValue)" } }
    }

    @Test(arguments: Engine.available)
    func `an address that is gone is written to once more, and then no longer`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            for name in ["ana", "ben"] { try await store.supporter(name, address: true) }
            #expect(try await take(store, .hard, try token("ana")))
            #expect(try await suppressions(store).isEmpty)
            #expect(try await take(store, .hard, try token("ana").uppercased()), "servers may change the case")
            #expect(try await suppressions(store) == ["lookup of ana: bounced"])
        }
    }

    @Test(arguments: Engine.available)
    func `a full mailbox is borne with for ten times, and a day forgives one`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.supporter("ana", address: true)
            _ = try await take(store, .soft, try token("ana"), times: 9)
            try await store.database.write { try $0.forgiveBounces() }
            _ = try await take(store, .soft, try token("ana"))
            #expect(try await suppressions(store).isEmpty)
            _ = try await take(store, .soft, try token("ana"))
            #expect(try await suppressions(store) == ["lookup of ana: bounced"])
        }
    }

    @Test(arguments: Engine.available)
    func `one complaint is enough, and a coordinator can clear it, but not what Ana herself wished`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.supporter("ana", address: true)
            #expect(try await take(store, .complaint, try token("ana"), times: 2))
            #expect(try await suppressions(store) == ["lookup of ana: complained"])
            let clear = ClearSuppression(database: store.database, world: store.world)
            try await clear("lookup of ana", by: "Rosa")
            #expect(try await suppressions(store).isEmpty)
            try await store.tamper(
                "INSERT INTO suppression (lookup, section, reason, detail, at) VALUES ('lookup of ana', 'int', 'unsubscribed', '', '2021-11-30T10:00:00.000Z')"
            )
            await #expect(throws: AlertRefusal.notSuppressed) { try await clear("lookup of ana", by: "Rosa") }
            #expect(try await take(store, .complaint, try token("ana")))
            #expect(try await suppressions(store) == ["lookup of ana: unsubscribed"], "the own wish stands")
        }
    }

    @Test(arguments: Engine.available)
    func `after a clearing the bounces of before count no more`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.supporter("ana", address: true)
            _ = try await take(store, .hard, try token("ana"), times: 2)
            try await ClearSuppression(database: store.database, world: store.world)("lookup of ana", by: "Rosa")
            _ = try await take(store, .hard, try token("ana"))
            #expect(try await suppressions(store).isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a bounce that somebody made up, or of somebody who is erased, does nothing`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.supporter("ana", address: true)
            let mark = try token("ana").split(separator: ".")[1]
            for forged in [nil, "", "ana", "ana.", "ana.aaaaaaaaaaaa", "ben.\(mark)", "\(mark).ana", "ana.\(mark)x"] {
                #expect(try await !take(store, .complaint, forged))
            }
            #expect(try await suppressions(store).isEmpty)
            #expect(try await store.count("event") == 0)
            try await store.tamper("DELETE FROM supporter")
            for kind in [Bounce.Kind.hard, .soft, .complaint] { _ = try await take(store, kind, try token("ana"), times: 3) }
            #expect(try await suppressions(store).isEmpty)
        }
    }
}
