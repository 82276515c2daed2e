import Foundation
import Storage
import Synchronization
import TestSupport
import Testing

@Suite struct ConcurrencyTests {
    private func withTally(_ engine: Engine, _ body: (any Database, any Database) async throws -> Void) async throws {
        try await withDatabaseURL(engine) { url in
            let one = try Engine.open(url), other = try Engine.open(url)
            try await one.write { db in
                try db.execute("CREATE TABLE tally (id TEXT PRIMARY KEY, n BIGINT NOT NULL)")
                try db.execute("INSERT INTO tally VALUES (\("a"), \(0))")
            }
            try await body(one, other)
            await one.close()
            await other.close()
        }
    }

    /// Reads first and writes then, which loses updates wherever transactions are not what they promise to be.
    @Sendable private static func count(_ db: any Connection) throws {
        let n: Int = try db.only("n", of: "SELECT n FROM tally WHERE id = \("a")")
        try db.execute("UPDATE tally SET n = \(n + 1) WHERE id = \("a")")
    }

    @Test(arguments: Engine.available)
    func `sixty who count at once, over two databases, lose nothing`(on engine: Engine) async throws {
        try await withTally(engine) { one, other in
            try await withThrowingTaskGroup { group in
                for task in 0..<60 { group.addTask { try await (task % 2 == 0 ? one : other).write(Self.count) } }
                try await group.waitForAll()
            }
            #expect(try await one.read { try $0.only("n", of: "SELECT n FROM tally") } == 60)
        }
    }

    @Test(arguments: Engine.available)
    func `threads that wait and tasks that do not, over two databases, lose nothing`(on engine: Engine) async throws {
        try await withTally(engine) { one, other in
            try await withThrowingTaskGroup { group in
                for task in 0..<20 { group.addTask { try await (task % 2 == 0 ? one : other).write(Self.count) } }
                for database in [one, other] {
                    group.addTask {
                        let failures: Int = await withCheckedContinuation { end in
                            let thread = Thread {
                                let failed = (0..<20).filter { _ in
                                    (try? database.writeBlocking(keeping: .throughPowerCuts, isolation: .alone, Self.count)) == nil
                                }
                                end.resume(returning: failed.count)
                            }
                            thread.start()
                        }
                        #expect(failures == 0)
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await one.read { try $0.only("n", of: "SELECT n FROM tally") } == 60)
        }
    }

    @Test(.enabled(if: Engine.available.contains(.postgres)))
    func `a closure that met another transaction runs again on what the other left`() async throws {
        try await withTally(.postgres) { one, other in
            let runs = Mutex(0), isRead = AsyncStream.makeStream(of: Void.self), isOvertaken = Mutex(false)
            async let slow: Void = one.write { db in
                let run = runs.withLock {
                    $0 += 1; return $0
                }
                let n: Int = try db.only("n", of: "SELECT n FROM tally")
                isRead.continuation.finish()
                while run == 1, !isOvertaken.withLock({ $0 }) { _ = try db.rows("SELECT 1") }
                _ = try? db.execute("UPDATE tally SET n = \(n + 1)")  // even a closure that swallows the conflict is repeated
            }
            for await _ in isRead.stream {}
            try await other.write(Self.count)
            isOvertaken.withLock { $0 = true }
            try await slow
            #expect(runs.withLock { $0 } == 2)
            #expect(try await one.read { try $0.only("n", of: "SELECT n FROM tally") } == 2)
        }
    }

    @Test(.enabled(if: Engine.available.contains(.postgres)))
    func `a doubled value is believed once it is doubled again, and at once by whoever writes beside others`() async throws {
        try await withTally(.postgres) { one, _ in
            let runs = Mutex(0)
            let enterAnother: @Sendable (any Connection) throws -> Void = { db in
                let run = runs.withLock {
                    $0 += 1; return $0
                }
                try db.execute("INSERT INTO tally VALUES (\(run == 1 ? "a" : "b"), \(0))")
            }
            try await one.write(enterAnother)
            #expect(runs.withLock { $0 } == 2)
            try await one.write { try $0.execute("DELETE FROM tally WHERE id = 'b'") }
            runs.withLock { $0 = 0 }
            await #expect(throws: StorageFailure.unique("tally.id")) {
                try await one.write(keeping: .throughPowerCuts, isolation: .besideOthers, enterAnother)
            }
            #expect(runs.withLock { $0 } == 1)
            let enterTheSame: @Sendable (any Connection) throws -> Void = { db in
                runs.withLock { $0 += 1 }
                try db.execute("INSERT INTO tally VALUES (\("a"), \(0))")
            }
            await #expect(throws: StorageFailure.unique("tally.id")) { try await one.write(enterTheSame) }
            #expect(runs.withLock { $0 } == 5)
        }
    }

    @Test(.enabled(if: Engine.available.contains(.postgres)))
    func `whoever adds beside others waits for the row and is not repeated`() async throws {
        try await withTally(.postgres) { one, other in
            let runs = Mutex(0), hasAdded = AsyncStream.makeStream(of: Void.self)
            async let first: Void = one.write(keeping: .throughPowerCuts, isolation: .besideOthers) { db in
                try db.execute("UPDATE tally SET n = n + 1")
                hasAdded.continuation.finish()
                while try db.only("waiting", of: "SELECT count(*) AS waiting FROM pg_locks WHERE NOT granted") as Int == 0 {}
            }
            for await _ in hasAdded.stream {}
            try await other.write(keeping: .throughPowerCuts, isolation: .besideOthers) { db in
                runs.withLock { $0 += 1 }
                try db.execute("UPDATE tally SET n = n + 1")
            }
            try await first
            #expect(runs.withLock { $0 } == 1)
            #expect(try await one.read { try $0.only("n", of: "SELECT n FROM tally") } == 2)
        }
    }

    @Test(.enabled(if: Engine.available.contains(.postgres)))
    func `a server that has no room for what others have read is asked again`() async throws {
        try await withTally(.postgres) { one, _ in
            let runs = Mutex(0)
            try await one.write { db in
                let run = runs.withLock {
                    $0 += 1; return $0
                }
                if run == 1 { try db.execute("DO 'BEGIN RAISE EXCEPTION USING ERRCODE = ''53200''; END'") }
                try Self.count(db)
            }
            #expect(runs.withLock { $0 } == 2)
        }
    }

    @Test(.enabled(if: Engine.available.contains(.postgres)))
    func `a server ends what a silent machine left open, if that writes`() async throws {
        try await withTally(.postgres) { one, _ in
            let question: SQL = "SELECT current_setting('idle_in_transaction_session_timeout') AS patience"
            let writing: String = try await one.write { try $0.only("patience", of: question) }
            let reading: String = try await one.read { try $0.only("patience", of: question) }
            #expect(writing == "10s")
            #expect(reading == "0")
        }
    }

    @Test(arguments: Engine.available)
    func `readers do not wait for a writer`(on engine: Engine) async throws {
        try await withTally(engine) { one, other in
            let begun = AsyncStream.makeStream(of: Void.self), isSeen = Mutex(false)
            async let writing: Void = one.write { db in
                try Self.count(db)
                begun.continuation.finish()
                while !isSeen.withLock({ $0 }) { _ = try db.rows("SELECT 1") }
            }
            for await _ in begun.stream {}
            #expect(try await other.read { try $0.only("n", of: "SELECT n FROM tally") } == 0)
            isSeen.withLock { $0 = true }
            try await writing
        }
    }

    @Test(arguments: Engine.available)
    func `who waits five seconds for another writer is told that the data is busy`(on engine: Engine) async throws {
        try await withTally(engine) { one, other in
            let begun = AsyncStream.makeStream(of: Void.self), isOver = Mutex(false)
            async let writing: Void = one.write { db in
                try Self.count(db)
                begun.continuation.finish()
                while !isOver.withLock({ $0 }) { _ = try db.rows("SELECT 1") }
            }
            for await _ in begun.stream {}
            await #expect(throws: StorageFailure.busy) { try await other.write(Self.count) }
            isOver.withLock { $0 = true }
            try await writing
        }
    }
}
