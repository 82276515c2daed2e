import Campaign
import Synchronization
import Storage
import TestSupport
import Testing

@Suite struct AnswerOnceTests {
    private func withKey(_ engine: Engine, _ body: (Store, ProgramKey.ID, AnswerOnce) async throws -> Void) async throws {
        try await withStore(engine) { store in
            _ = try await MakeProgramKey(database: store.database, world: store.world)("tool", for: .swiss, scopes: [.reports], by: "Ada")
            let id = try #require(try await store.database.read { try $0.programKeys() }.first).id
            try await body(store, id, AnswerOnce(database: store.database, world: store.world))
        }
    }

    @Test(arguments: Engine.available)
    func `the same name and content get the same answer and are done once; other content is told so`(on engine: Engine) async throws {
        try await withKey(engine) { store, key, once in
            let times = Times()
            let work: @Sendable () -> ProgramAnswer = { ProgramAnswer(status: 201, body: "number \(times.next())") }
            let first = try await once("a name", content: "three", of: key, do: work)
            #expect(try await once("a name", content: "three", of: key, do: work) == first && times.count == 1)
            await #expect(throws: AnswerOnce.Trouble.otherContent) { try await once("a name", content: "four", of: key, do: work) }
            #expect(try await once("another name", content: "three", of: key, do: work).body == "number 2")
            store.advance(seconds: AnswerOnce.seconds + 1)
            #expect(try await once("a name", content: "four", of: key, do: work).body == "number 3")
        }
    }

    @Test(arguments: Engine.available)
    func `what failed may be asked for again, with other content too`(on engine: Engine) async throws {
        try await withKey(engine) { _, key, once in
            await #expect(throws: ReportRefusal.stopping) {
                try await once("a name", content: "three", of: key) { throw ReportRefusal.stopping }
            }
            let answer = ProgramAnswer(status: 201, body: "{}")
            let told = try await once("a name", content: "four", of: key) { answer }
            #expect(told == answer)
        }
    }

    @Test(arguments: Engine.available)
    func `whoever asks while it is being done is told to wait, and takes it over from one that came to grief`(on engine: Engine) async throws {
        try await withKey(engine) { store, key, once in
            let answer = ProgramAnswer(status: 201, body: "{}"), inner = ProgramAnswer(status: 201, body: "inner")
            let told = try await once("a name", content: "three", of: key) {
                await #expect(throws: AnswerOnce.Trouble.underWay) { try await once("a name", content: "three", of: key) { answer } }
                store.advance(seconds: 61)
                let taken = try await once("a name", content: "three", of: key) { inner }
                #expect(taken == inner)
                return answer
            }
            #expect(told == answer)
        }
    }
}

/// How often something was done.
private final class Times: Sendable {
    private let done = Mutex(0)

    var count: Int { done.withLock { $0 } }

    func next() -> Int {
        done.withLock { done in
            done += 1
            return done
        }
    }
}
