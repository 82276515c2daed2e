import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct ReplyTests {
    @Test(arguments: Engine.available)
    func `an answer waits unseen, is published with words alone, and counts nowhere`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let rosa = try await store.rosa(), id = try await store.handIn()
            #expect(try await store.publishedReplies().isEmpty)
            await #expect(throws: ReplyRefusal.noWords) { try await store.decideReply.publish(id, since: 1, in: .international, by: rosa) }
            let facts = TendReply.Facts(
                office: "Ministry of the Interior", language: "sw", receivedOn: Day("2021-11-28"), isShared: false,
                texts: ["sw": "Tumepokea barua yako.", "en": ""])
            try await store.tendReply(id, facts, since: 1, in: .international, by: rosa)
            try await store.decideReply.publish(id, since: 2, in: .international, by: rosa)
            let reply = try #require(try await store.publishedReplies().first)
            #expect(reply.office == "Ministry of the Interior" && reply.receivedOn == Day("2021-11-28"))
            #expect(reply.text(in: ["en"])?.language == "sw" && reply.texts.count == 1)
            #expect(reply.lookAgainOn == Day("2022-11-30"))
            #expect(try await store.publishedReplies(at: .swiss).isEmpty)
            let appeals = try await store.database.read { db in try db.tally(of: db.wholeAction(.wanjiru).id).counted() }
            #expect(appeals == 0)
            try await store.decideReply.keep(id, since: reply.revision, in: .international, by: rosa)
            #expect(try await store.publishedReplies().isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `what is black when somebody decides is gone, and until then it can be taken away again`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let rosa = try await store.rosa(), id = try await store.handIn("We know of the case."), whole = try await store.pictures()
            let part = try #require(Blackening(left: 0, top: 0, width: 500, height: 300))
            try await store.tendReply.cover(id, page: 1, [part], since: 1, in: .international, by: rosa)
            try await store.tendReply.cover(id, page: 1, [], since: 2, in: .international, by: rosa)
            #expect(try await store.reply(id).scans[0].hidden.isEmpty)
            try await store.tendReply.cover(id, page: 1, [part], since: 3, in: .international, by: rosa)
            #expect(try await store.pictures() == whole)
            #expect(try await store.reply(id).scans[0].hidden == [part])
            try await store.decideReply.keep(id, since: 4, in: .international, by: rosa)
            let black = try await store.pictures()
            #expect(black != whole && black.count == 1)
            #expect(try await store.reply(id).scans[0].hidden.isEmpty, "nothing is left to hide")
            // later black is burnt in at once
            try await store.tendReply.cover(id, page: 1, [part], since: 5, in: .international, by: rosa)
            #expect(try await store.pictures() != black)
            try await store.tendReply.remove(page: 1, of: id, since: 6, in: .international, by: rosa)
            #expect(try await store.pictures().isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a retry hands in nothing more, and whoever handed it in takes it back until somebody decides`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let rosa = try await store.rosa(), takeBack = TakeBackReply(database: store.database, world: store.world)
            let id = try await store.handIn("One"), again = try await store.handIn("Two", photo: false)
            #expect(id == again)
            #expect(try await store.reply(id).texts == ["en": "One"])
            try await takeBack(token: "a token of some length")
            await #expect(throws: ReplyRefusal.unknown) { try await store.reply(id) }
            #expect(try await store.pictures().isEmpty)
            let other = try await store.handIn("Three", token: "another token, as long")
            try await store.decideReply.keep(other, since: 1, in: .international, by: rosa)
            await #expect(throws: ReplyRefusal.decided) { try await takeBack(token: "another token, as long") }
            await #expect(throws: ReplyRefusal.unknown) { try await takeBack(token: "none") }
            let rows = try await store.database.read { db in try db.rows("SELECT token_hash FROM reply").map { try $0("token_hash") as String } }
            #expect(rows == [Digest.sha256("another token, as long")], "the secret itself is kept nowhere")
        }
    }

    @Test(arguments: Engine.available)
    func `a refused answer leaves no word and no picture, an erased one nothing`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let rosa = try await store.rosa(), first = try await store.handIn("Amina got it"), tidy = store.tidyReplies
            try await store.decideReply.refuse(first, since: 1, in: .international, by: rosa)
            let refused = try await store.reply(first)
            #expect(refused.texts.isEmpty && refused.scans.isEmpty && refused.office.isEmpty && refused.receivedOn == nil)
            await #expect(throws: ReplyRefusal.unknown) {
                try await store.decideReply.publish(first, since: refused.revision, in: .international, by: rosa)
            }
            let second = try await store.handIn("Two", token: "the token of another one")
            try await store.decideReply.erase(second, in: .international, by: rosa)
            await #expect(throws: ReplyRefusal.unknown) { try await store.reply(second) }
            store.advance(days: ReplyBounds.refusedDays + 1)
            try await tidy()
            await #expect(throws: ReplyRefusal.unknown) { try await store.reply(first) }
            let events = try await store.database.read { db in try db.events(before: nil, limit: 50).map(\.event) }
            for name in ["reply.handedIn", "reply.refused", "reply.erased"] { #expect(events.contains { $0.name == name }) }
            #expect(!events.contains { $0.detail.contains("Amina") })
        }
    }

    @Test(arguments: Engine.available)
    func `what nobody decides about is gone after thirty days`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let id = try await store.handIn("One")
            store.advance(days: ReplyBounds.keptDays)
            try await store.tidyReplies()
            _ = try await store.reply(id)
            store.advance(days: 1)
            try await store.tidyReplies()
            await #expect(throws: ReplyRefusal.unknown) { try await store.reply(id) }
            #expect(try await store.pictures().isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `another section has what is shared and decided, and changes none of it`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let rosa = try await store.rosa(), id = try await store.handIn("One")
            func seen() async throws -> Int { try await store.database.read { db in try db.replies(atDeskOf: .swiss, limit: 9).count } }
            var facts = TendReply.Facts(office: "Ministry", language: "en", receivedOn: nil, isShared: true, texts: [:])
            try await store.tendReply(id, facts, since: 1, in: .international, by: rosa)
            #expect(try await seen() == 0, "nobody has looked at it")
            try await store.decideReply.publish(id, since: 2, in: .international, by: rosa)
            #expect(try await seen() == 1)
            #expect(try await store.publishedReplies(at: .swiss).map(\.id) == [id])
            facts.office = "Ours"
            await #expect(throws: ReplyRefusal.unknown) { try await store.tendReply(id, facts, since: 3, in: .swiss, by: rosa) }
            await #expect(throws: ReplyRefusal.unknown) { try await store.decideReply.erase(id, in: .swiss, by: rosa) }
            await #expect(throws: ReplyRefusal.changedMeanwhile) { try await store.tendReply(id, facts, since: 1, in: .international, by: rosa) }
        }
    }

    @Test func `a section that nobody looks after does not fill up without end, and its staff still hand in`() async throws {
        try await withStore(.sqlite) { store in
            try await store.take(.wanjiru())
            let rosa = try await store.rosa()
            for number in 1...ReplyBounds.waiting { _ = try await store.handIn("One", photo: false, token: "the token of number \(number)") }
            await #expect(throws: ReplyRefusal.full) { try await store.handIn("One", photo: false, token: "the token of one too many") }
            _ = try await store.handIn("Ours", photo: false, token: "the token of the desk", by: rosa)
        }
    }
}

extension Store {
    var tidyReplies: TidyReplies { TidyReplies(database: database, world: world) }
}
