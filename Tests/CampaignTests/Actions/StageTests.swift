@testable import Campaign
import Documents
import Storage
import TestSupport
import Testing

@Suite struct StageTests {
    @Test(arguments: Engine.available)
    func `a draft is seen by nobody until Ivo publishes it`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru(), published: false)
            await #expect(throws: ActionRefusal.unknownReference("UA 77/21")) { try await store.action() }
            await #expect(throws: ActionRefusal.unknownReference("UA 77/21")) { try await store.database.read { try $0.freshness(of: .wanjiru) } }
            #expect(try await store.publish() == [1])
            #expect(try await store.action().latest?.publishedAt == store.world.now())
        }
    }

    @Test(arguments: Engine.available)
    func `publishing one output leaves the other a draft`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru(), published: false)
            try await store.take(.wanjiruCharged(), published: false)
            #expect(try await store.publish(output: 2) == [2])
            #expect(try await store.action().outputs.map(\.ordinal) == [2])
            #expect(try await store.publish() == [1])
            #expect(try await store.action().outputs.map(\.ordinal) == [1, 2])
        }
    }

    @Test(arguments: Engine.available)
    func `publishing is refused when there is nothing to publish`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            await #expect(throws: ActionRefusal.unknownReference("UA 77/21")) { try await store.publish() }
            try await store.take(.wanjiru())
            await #expect(throws: ActionRefusal.alreadyPublished(.wanjiru)) { try await store.publish() }
            await #expect(throws: ActionRefusal.unknownOutput(.wanjiru, 7)) { try await store.publish(output: 7) }
        }
    }

    @Test(arguments: Engine.available)
    func `an output without a word is not published`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { draft in (draft.title, draft.summary, draft.call) = (nil, nil, nil) }, published: false)
            await #expect(throws: ActionRefusal.nothingToSay(.wanjiru)) { try await store.publish() }
        }
    }

    @Test(arguments: Engine.available)
    func `a withdrawn case is gone for readers and stays gone`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.indexCode = "AFR 32/4711/2021" })
            let code = try IndexCode("AFR 32/4711/2021")
            #expect(try await store.database.read { try $0.reference(bearing: code) } == .wanjiru)
            try await store.withdraw()
            await #expect(throws: ActionRefusal.withdrawn) { try await store.action() }
            await #expect(throws: ActionRefusal.withdrawn) { try await store.database.read { try $0.freshness(of: .wanjiru) } }
            #expect(try await store.database.read { try $0.reference(bearing: code) } == nil)
            await #expect(throws: ActionRefusal.alreadyWithdrawn(.wanjiru)) { try await store.withdraw() }
            await #expect(throws: ActionRefusal.alreadyWithdrawn(.wanjiru)) { try await store.publish() }
            await #expect(throws: ActionRefusal.alreadyWithdrawn(.wanjiru)) { try await store.take(.wanjiruCharged()) }
            await #expect(throws: ActionRefusal.withdrawn) { try await store.close(.released) }
        }
    }

    @Test(arguments: Engine.available)
    func `what is not there can be neither withdrawn nor closed`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            await #expect(throws: ActionRefusal.unknownReference("UA 77/21")) { try await store.withdraw() }
            await #expect(throws: ActionRefusal.unknownReference("UA 77/21")) { try await store.close(.released) }
            try await store.take(.wanjiru(), published: false)
            await #expect(throws: ActionRefusal.nothingPublished(.wanjiru)) { try await store.close(.released) }
        }
    }

    @Test(arguments: Engine.available)
    func `closing says what became of her and ends her letters, with or without a day`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.close(.released)
            let before = try await store.action().revision
            await #expect(throws: ActionRefusal.alreadyClosed(.wanjiru)) { try await store.close(.released) }
            #expect(try await store.action().revision == before)
            var output = try #require(try await store.action().latest)
            #expect(output.ending == Ending(on: nil, reason: .success))
            #expect(output.outcome == .released)
            #expect(output.actUntilInDocument == Day("2022-01-03"))
            try await store.close(.died, on: Day("2021-11-29"))
            output = try #require(try await store.action().latest)
            #expect(output.ending == Ending(on: Day("2021-11-29"), reason: .badOutcome))
        }
    }

    @Test(arguments: Engine.available)
    func `every change is written down with its name, and makes pages anew`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru(), published: false)
            try await store.publish()
            let before = try await store.database.read { try $0.freshness(of: .wanjiru) }
            try await store.close(.released)
            #expect(try await store.database.read { try $0.freshness(of: .wanjiru) }.revision > before.revision)
            try await store.withdraw()
            let events: [String] = try await store.database.read { try $0.rows("SELECT name FROM event ORDER BY id").map { try $0("name") } }
            #expect(events.sorted() == ["action.closed", "action.published", "action.withdrawn", "document.imported"])
        }
    }
}
