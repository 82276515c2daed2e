import Campaign
import Documents
import Storage
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct DemoTests {
    private func begin(_ store: Store) async throws {
        try await BeginDemo(database: store.database, world: store.world, keyring: .still())()
    }

    @Test(arguments: Engine.available)
    func `what visitors left is gone when the night comes, and the examples are there again`(on engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let store = Store(database: database, clock: StillClock("2026-11-30T03:30:00.000Z"))
            try await begin(store)
            let before = try await store.database.read { db in try db.copiedActions(shownBy: .international) }
            try await store.take(.wanjiru())
            #expect(try await store.database.read { db in try db.copiedActions(shownBy: .international) }.count == before.count + 1)
            store.advance(days: 1)
            try await begin(store)
            let after = try await store.database.read { db in try db.copiedActions(shownBy: .international) }
            #expect(after.map(\.reference) == before.map(\.reference) && !before.isEmpty)
            #expect(try await store.database.read { db in try db.demoBegun() } == store.world.now())
            #expect(try await store.database.read { db in try db.staffMembers() }.map(\.login.text).sorted() == DemoStaff.all.map(\.login).sorted())
        }
    }

    @Test(arguments: Engine.available) func `a database that somebody works with is left as it is`(_ engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            await #expect(throws: DemoRefusal.notADemo) { try await begin(store) }
            #expect(try await store.action().reference == .wanjiru)
            #expect(try await store.database.read { db in try db.demoBegun() } == nil)
        }
    }

    @Test func `a visitor comes to the desk of a demonstration as one of its staff, and nowhere else`() async throws {
        try await withDatabase(.sqlite) { database in
            let store = Store(database: database, clock: StillClock("2026-11-30T03:30:00.000Z")), editor = try #require(DemoStaff(role: "editor"))
            try await begin(store)
            let enter = EnterDemo(database: database, world: store.world)
            let session = try await enter(as: editor, browser: "a phone")
            let there = try await LookAtDesk(database: database, world: store.world)(token: session.token)
            #expect(there?.member.login.text == "demo-editor" && there?.member.duties.allow(.write, in: .swiss) == true)
            #expect(there?.member.duties.allow(.administer, in: .international) == false)
            try await store.tamper("DELETE FROM demo")
            await #expect(throws: DemoRefusal.notADemo) { try await enter(as: editor, browser: "a phone") }
            #expect(DemoStaff(role: "admin") == nil)
        }
    }
}
