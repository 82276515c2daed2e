import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct ReplyRedactingTests {
    @Test(arguments: Engine.available)
    func `a withdrawn action leaves nothing of what was answered, and takes no further answer`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let rosa = try await store.rosa(), id = try await store.handIn("Wanjiru Otieno is well.")
            try await store.decideReply.publish(id, since: 1, in: .international, by: rosa)
            try await store.withdraw()
            for table in ["reply", "reply_text", "reply_page"] {
                let rows = try await store.database.read { db in try db.rows("SELECT 1 AS one FROM \(SQL(verbatim: table))") }
                #expect(rows.isEmpty, "\(table)")
            }
            await #expect(throws: ActionRefusal.withdrawn) { try await store.handIn("More", token: "the token of a late one") }
        }
    }

    @Test(arguments: Engine.available)
    func `a name that is erased goes from words and from who answered, and the pictures of the case go with it`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let rosa = try await store.rosa(), id = try await store.handIn("We released Wanjiru Otieno.")
            try await store.decideReply.publish(id, since: 1, in: .international, by: rosa)
            let rename = RenameSubject(database: store.database, world: store.world)
            _ = try await rename(.wanjiru, Renaming("Wanjiru Otieno", to: "M. O."), by: "Rosa")
            let reply = try await store.reply(id)
            #expect(reply.texts == ["en": "We released M. O.."] && reply.scans.isEmpty && reply.state == .published)
            #expect(try await store.pictures().isEmpty)
            // and what is handed in later is held to it, with its picture
            let later = try await store.handIn("Wanjiru Otieno went home.", token: "the token of a later one")
            #expect(try await store.reply(later).texts == ["en": "M. O. went home."])
            #expect(try await store.pictures().count == 1)
            #expect(try await store.database.read { db in try db.hasErasedNames(.wanjiru) })
        }
    }

    @Test(arguments: Engine.available)
    func `a backup brings back no picture from before a name was erased`(on engine: Engine) async throws {
        let list = try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let rename = RenameSubject(database: store.database, world: store.world)
            _ = try await rename(.wanjiru, Renaming("Wanjiru Otieno", to: "M. O."), by: "Rosa")
            return try await PurgeLists(database: store.database, world: store.world).list().text
        }
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let id = try await store.handIn("We released Wanjiru Otieno.")
            _ = try await PurgeLists(database: store.database, world: store.world).apply(PurgeList(list), by: "Ivo")
            let reply = try await store.reply(id)
            #expect(reply.texts == ["en": "We released M. O.."] && reply.scans.isEmpty)
            // a picture of later is not touched by the same list once more
            store.advance(days: 1)
            _ = try await store.handIn("Later", token: "the token of a later one")
            _ = try await PurgeLists(database: store.database, world: store.world).apply(PurgeList(list), by: "Ivo")
            #expect(try await store.pictures().count == 1)
        }
    }
}
