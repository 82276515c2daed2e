import Campaign
import Documents
import Storage
import TestSupport
import Testing

@Suite struct ProgramKeyTests {
    private func key(_ store: Store, _ scopes: Set<ProgramKey.Scope> = [.reports]) async throws -> String {
        try await MakeProgramKey(database: store.database, world: store.world)("  the  mail tool ", for: .swiss, scopes: scopes, by: "Ada")
    }

    @Test(arguments: Engine.available)
    func `a key is known by what was shown once, and nothing that is kept tells it`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let secret = try await key(store, [.reports, .addresses]), know = KnowProgram(database: store.database, world: store.world)
            let program = try #require(try await know(secret))
            #expect(program.name == "the mail tool" && program.section == .swiss && program.scopes == [.reports, .addresses])
            #expect(try await know(secret + "x") == nil)
            #expect(try await know("amparo_") == nil)
            let kept = try await store.database.read { db in
                try db.rows("SELECT key_hash, name, scopes FROM program_key").map { try $0("key_hash") as String }
            }
            #expect(kept.count == 1 && kept.allSatisfy { !$0.contains(secret) && !secret.contains($0) })
            #expect(try await VerifyEvents(database: store.database)() == [])
        }
    }

    @Test(arguments: Engine.available)
    func `the day of the last use is noted, and no moment`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let secret = try await key(store), know = KnowProgram(database: store.database, world: store.world)
            #expect(try await store.database.read { try $0.programKeys() }.first?.lastUsedOn == nil)
            _ = try await know(secret)
            store.advance(days: 2)
            _ = try await know(secret)
            #expect(try await store.database.read { try $0.programKeys() }.first?.lastUsedOn == Day("2021-12-02"))
        }
    }

    @Test(arguments: Engine.available)
    func `a revoked key is known no more, and is revoked once`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let secret = try await key(store), know = KnowProgram(database: store.database, world: store.world)
            let id = try #require(try await know(secret)).id, revoke = RevokeProgramKey(database: store.database, world: store.world)
            try await revoke(id, by: "Ada")
            #expect(try await know(secret) == nil)
            await #expect(throws: ProgramKeyRefusal.unknown) { try await revoke(id, by: "Ada") }
            let names = try await store.database.read { try $0.events(before: nil, limit: 9) }.map(\.event.name)
            #expect(names.prefix(2) == ["program.keyRevoked", "program.keyMade"])
        }
    }

    @Test func `a key without a name, without a scope or of no section is not made`() async throws {
        try await withStore(.sqlite) { store in
            let make = MakeProgramKey(database: store.database, world: store.world)
            await #expect(throws: ProgramKeyRefusal.noName) { try await make("  ", for: .swiss, scopes: [.reports], by: "Ada") }
            await #expect(throws: ProgramKeyRefusal.noScope) { try await make("tool", for: .swiss, scopes: [], by: "Ada") }
            await #expect(throws: StaffRefusal.unknownSection("xx")) {
                try await make("tool", for: Section.Code(rawValue: "xx"), scopes: [.reports], by: "Ada")
            }
        }
    }
}
