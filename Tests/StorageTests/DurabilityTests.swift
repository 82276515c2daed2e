import Storage
import TestSupport
import Testing

@Suite struct DurabilityTests {
    @Test func `SQLite waits for the disk at every commit`() async throws {
        try await withDatabase(.sqlite) { database in
            let settings = try await database.durability()
            #expect(settings.map(\.description) == ["journal_mode=wal", "synchronous=2"])
            #expect(settings.filter { !$0.isSafe } == [])
            #expect(try await database.write { try $0.row("PRAGMA synchronous")?("synchronous") } == 2)
            #expect(try await database.write { try $0.row("PRAGMA foreign_keys")?("foreign_keys") } == 1)
            #expect(try await database.write { try $0.row("PRAGMA busy_timeout")?("timeout") } == 5000)
        }
    }

    @Test(.enabled(if: Engine.available.contains(.postgres)))
    func `PostgreSQL waits for the disk at every commit`() async throws {
        try await withDatabase(.postgres) { database in
            let settings = try await database.durability()
            #expect(settings.map(\.description) == ["fsync=on", "full_page_writes=on", "synchronous_commit=on"])
            #expect(settings.filter { !$0.isSafe } == [])
        }
    }

    @Test(.enabled(if: Engine.available.contains(.postgres)))
    func `a server that does not wait is found out`() async throws {
        try await withDatabase(.postgres, sessions: 1) { database in
            try await database.write { try $0.execute("SET synchronous_commit = off") }
            #expect(try await database.durability().filter { !$0.isSafe }.map(\.name) == ["synchronous_commit"])
        }
    }

    private struct Regretted: Error {}

    @Test(arguments: Engine.available)
    func `what is kept through kills alone does not wait, and the next commit does`(on engine: Engine) async throws {
        try await withDatabase(engine, sessions: 1) { database in
            try await database.write { try $0.execute("CREATE TABLE note (n BIGINT PRIMARY KEY)") }
            let during = try await database.write(keeping: .throughKills) { db in
                try db.execute("INSERT INTO note (n) VALUES (1)")
                return try Self.waits(db)
            }
            #expect(!during)
            #expect(try await database.write { db in try Self.waits(db) })
            await #expect(throws: Regretted.self) {
                try await database.write(keeping: .throughKills) { db in
                    try db.execute("INSERT INTO note (n) VALUES (2)")
                    throw Regretted()
                }
            }
            await #expect(throws: StorageFailure.self) {
                try await database.write(keeping: .throughKills) { db in try db.execute("INSERT INTO note (n) VALUES (1)") }
            }
            #expect(try await database.write { db in try Self.waits(db) })
            #expect(try await database.read { try $0.rows("SELECT n FROM note").map { try $0("n") as Int } } == [1])
        }
    }

    /// Whether the commit of this transaction will wait for the disk, as the engine says.
    private static func waits(_ db: any Connection) throws -> Bool {
        switch db.dialect {
        case .sqlite: try db.row("PRAGMA synchronous")?("synchronous") == 2
        case .postgres: try db.row("SELECT current_setting('synchronous_commit') AS synchronous")?("synchronous") == "on"
        }
    }

    @Test(arguments: Engine.available)
    func `what was acknowledged is there for who opens it next`(on engine: Engine) async throws {
        try await withDatabaseURL(engine) { url in
            let first = try Engine.open(url)
            try await first.write { try $0.execute("CREATE TABLE note AS SELECT 1 AS n") }
            let second = try Engine.open(url)  // while the first is still open
            #expect(try await second.read { try $0.row("SELECT n FROM note")?("n") } == 1)
            await first.close()
            await second.close()
        }
    }
}
