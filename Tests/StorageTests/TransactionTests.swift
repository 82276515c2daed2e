import Foundation
import Storage
import Synchronization
import TestSupport
import Testing

@Suite struct TransactionTests {
    struct Unwilling: Error {}

    private func withNames(_ engine: Engine, sessions: Int = 4, _ body: (any Database) async throws -> Void) async throws {
        try await withDatabase(engine, sessions: sessions) { database in
            try await database.write { try $0.execute("CREATE TABLE person (name TEXT PRIMARY KEY)") }
            try await body(database)
        }
    }

    @Test(arguments: Engine.available)
    func `what a throwing closure did does not stay`(on engine: Engine) async throws {
        try await withNames(engine) { database in
            let enterAndThrow: @Sendable (any Connection) throws -> Void = { db in
                try db.enter("Ana")
                throw Unwilling()
            }
            await #expect(throws: Unwilling.self) { try await database.write(enterAndThrow) }
            try await database.expect(names: [])
        }
    }

    @Test(arguments: Engine.available)
    func `who writes on a thread of its own loses nothing, and keeps nothing of what threw`(on engine: Engine) async throws {
        try await withNames(engine) { database in
            let outcomes: [Bool] = await withCheckedContinuation { end in
                let thread = Thread {
                    end.resume(
                        returning: (0..<40).map { number in
                            let result: Void? = try? database.writeBlocking(keeping: .throughKills, isolation: .besideOthers) { db in
                                try db.enter("\(number)")
                                if number.isMultiple(of: 2) { throw Unwilling() }
                            }
                            return result != nil
                        })
                }
                thread.start()
            }
            #expect(outcomes == (0..<40).map { !$0.isMultiple(of: 2) })
            try await database.expect(names: (0..<40).filter { !$0.isMultiple(of: 2) }.map(String.init).sorted())
        }
    }

    @Test(arguments: Engine.available)
    func `a refusal that is swallowed still ends the transaction`(on engine: Engine) async throws {
        try await withNames(engine) { database in
            let enterTwice: @Sendable (any Connection) throws -> Void = { db in
                try db.enter("Ana")
                try? db.enter("Ana")
            }
            await #expect(throws: StorageFailure.unique("person.name")) { try await database.write(enterTwice) }
            try await database.expect(names: [])
        }
    }

    @Test(arguments: Engine.available)
    func `a savepoint loses its own part alone`(on engine: Engine) async throws {
        try await withNames(engine) { database in
            try await database.write { db in
                for name in ["Ana", "Berta", "Ana", "Clara"] { try? db.savepoint { try db.enter(name) } }
                try? db.savepoint {
                    try db.savepoint { try db.enter("Dora") }
                    throw Unwilling()
                }
                try? db.savepoint {
                    try db.enter("Elsa")
                    try? db.enter("Elsa")
                }
            }
            try await database.expect(names: ["Ana", "Berta", "Clara"])
        }
    }

    @Test(arguments: Engine.available)
    func `a read cannot write`(on engine: Engine) async throws {
        try await withNames(engine) { database in
            await #expect(throws: StorageFailure.self) { try await database.read { try $0.enter("Ana") } }
            try await database.write { try $0.enter("Ana") }
            try await database.expect(names: ["Ana"])
        }
    }

    @Test(arguments: Engine.available)
    func `a read sees one moment, whatever is written meanwhile`(on engine: Engine) async throws {
        try await withNames(engine) { database in
            let begun = AsyncStream.makeStream(of: Void.self), written = Mutex(false)
            async let counts = database.read { db in
                let before = try db.rows("SELECT name FROM person").count
                begun.continuation.finish()
                while !written.withLock({ $0 }) { _ = try db.rows("SELECT 1") }
                return try (before, db.rows("SELECT name FROM person").count)
            }
            for await _ in begun.stream {}
            try await database.write { try $0.enter("Ana") }
            written.withLock { $0 = true }
            #expect(try await counts == (0, 0))
            try await database.expect(names: ["Ana"])
        }
    }

    @Test(arguments: Engine.available)
    func `a cancelled task leaves nothing open and nothing behind`(on engine: Engine) async throws {
        try await withNames(engine, sessions: 1) { database in
            let begun = AsyncStream.makeStream(of: Void.self)
            let task = Task {
                try await database.write { db in
                    try db.enter("Ana")
                    begun.continuation.finish()
                    while true { _ = try db.rows("SELECT 1") }
                }
            }
            for await _ in begun.stream {}
            let waiting = Task { try await database.write { try $0.enter("Berta") } }
            waiting.cancel()
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            await #expect(throws: CancellationError.self) { try await waiting.value }
            try await database.write { try $0.enter("Clara") }
            try await database.expect(names: ["Clara"])
        }
    }

    @Test(arguments: Engine.available)
    func `a note is there once it was said, and one that is refused leaves nothing behind`(on engine: Engine) async throws {
        try await withNames(engine) { database in
            try database.noteBlocking(.entering("Ana"))
            try await database.expect(names: ["Ana"])
            let refusal = #expect(throws: StorageFailure.self) { try database.noteBlocking(.entering("Ana")) }
            guard case .unique = refusal else { Issue.record("\(String(describing: refusal))"); return }
            try database.noteBlocking(.entering("Ben"))
            try await database.write { try $0.enter("Clara") }
            try await database.expect(names: ["Ana", "Ben", "Clara"])
        }
    }

    @Test(arguments: Engine.available)
    func `a closed database refuses work, and closing twice is harmless`(on engine: Engine) async throws {
        try await withNames(engine) { database in
            async let late: Void = database.write { try $0.enter("Ana") }
            _ = try await late
            await database.close()
            await database.close()
            let error = await #expect(throws: StorageFailure.self) { try await database.read { try $0.rows("SELECT 1") } }
            #expect(error == .unreachable("the database is closed"))
            let other = #expect(throws: StorageFailure.self) {
                try database.writeBlocking(keeping: .throughKills, isolation: .besideOthers) { try $0.enter("Berta") }
            }
            #expect(other == .unreachable("the database is closed"))
            let note = #expect(throws: StorageFailure.self) { try database.noteBlocking(.entering("Clara")) }
            #expect(note == .unreachable("the database is closed"))
            for await _ in database.changes() {}
        }
    }
}

extension Connection {
    fileprivate func enter(_ name: String) throws { try execute(.entering(name)) }
}

extension Database {
    fileprivate func expect(names: [String], at place: SourceLocation = #_sourceLocation) async throws {
        let found: [String] = try await read { db in try db.rows("SELECT name FROM person ORDER BY name").map { try $0("name") } }
        #expect(found == names, sourceLocation: place)
    }
}

extension SQL {
    fileprivate static func entering(_ name: String) -> SQL { "INSERT INTO person VALUES (\(name))" }
}
