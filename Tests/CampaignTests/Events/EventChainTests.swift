import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct EventChainTests {
    @Test(arguments: Engine.available)
    func `a log that nobody touched is whole`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.logThree()
            #expect(try await VerifyEvents(database: store.database)() == [])
        }
    }

    @Test(
        arguments: Engine.available,
        [
            "UPDATE event SET detail = 'another' WHERE id = 'e2'", "UPDATE event SET by_name = 'nobody' WHERE id = 'e1'",
            "DELETE FROM event_link WHERE event_id = 'e2'", "UPDATE event_link SET seq = 9 WHERE event_id = 'e3'",
        ])
    func `whoever changes or hides what was done is found out`(on engine: Engine, change: String) async throws {
        try await withStore(engine) { store in
            try await store.logThree()
            try await store.database.write { db in _ = try db.execute(SQL(verbatim: change)) }
            #expect(try await !VerifyEvents(database: store.database)().isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `what was written before there were links is bound when the next event comes`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.logThree()
            try await store.database.write { db in _ = try db.execute("DELETE FROM event_link") }
            #expect(try await VerifyEvents(database: store.database)() == [])
            let now = store.world.now()
            try await store.database.write { db in try db.log("a.fourth", subject: "s", by: "rosa", id: "e4", at: now) }
            #expect(try await store.count("event_link") == store.count("event"))
            #expect(try await VerifyEvents(database: store.database)() == [])
        }
    }

    @Test(arguments: Engine.available)
    func `many who write at once make one chain`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let now = store.world.now()
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for number in 1...20 {
                    tasks.addTask {
                        try await store.database.write { db in try db.log("a.thing", subject: "s", by: "rosa", id: "n\(number)", at: now) }
                    }
                }
                try await tasks.waitForAll()
            }
            #expect(try await store.count("event_link") >= 20)
            #expect(try await VerifyEvents(database: store.database)() == [])
        }
    }
}

extension Store {
    fileprivate func logThree() async throws {
        let now = world.now()
        try await database.write { db in
            for id in ["e1", "e2", "e3"] { try db.log("a.thing", subject: "s", by: "rosa", detail: "field", id: id, at: now) }
        }
    }
}
