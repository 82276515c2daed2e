import Storage
import TestSupport
import Testing

/// What only a server can do to us.
@Suite(.enabled(if: Engine.available.contains(.postgres)))
struct PostgresSessionTests {
    private func own(_ database: any Database) async throws -> Int {
        try await database.read { try $0.only("pid", of: "SELECT pg_backend_pid() AS pid") }
    }

    private func hangUp(_ pid: Int, by other: any Database) async throws {
        _ = try await other.read { try $0.rows("SELECT pg_terminate_backend(CAST(\(pid) AS INTEGER))") }
        while try await other.read({ try $0.row("SELECT pid FROM pg_stat_activity WHERE pid = \(pid)") }) != nil {}
    }

    @Test func `what is to be sought by an index is, though the server would read all, and what follows is not`() async throws {
        try await withDatabase(.postgres, sessions: 1) { database in
            try await database.write { db in
                try db.execute("CREATE TABLE few (kind TEXT NOT NULL)")
                try db.execute("INSERT INTO few VALUES ('rare'), ('usual')")
                try db.execute("CREATE INDEX few_by_kind ON few (kind)")
            }
            let plan: @Sendable (any Connection) throws -> String = { db in
                try db.rows("EXPLAIN SELECT kind FROM few WHERE kind = 'rare'").map { try $0("QUERY PLAN") as String }.joined()
            }
            let (before, within, after) = try await database.read { db in (try plan(db), try db.usingIndexes { try plan(db) }, try plan(db)) }
            #expect(before.contains("Seq Scan") && within.contains("few_by_kind") && after == before)
        }
    }

    @Test func `a server that is to learn sizes knows what came since, and so reads a large table by its index`() async throws {
        try await withDatabase(.postgres, sessions: 1) { database in
            let plan: () async throws -> String = {
                try await database.read { db in
                    try db.rows("EXPLAIN SELECT size FROM crowd WHERE kind = 'rare' AND size > 5").map { try $0("QUERY PLAN") as String }.joined()
                }
            }
            try await database.write { db in
                try db.execute("CREATE TABLE crowd (kind TEXT NOT NULL, size BIGINT NOT NULL)")
                try db.execute("ALTER TABLE crowd SET (autovacuum_enabled = false)")
                try db.execute("INSERT INTO crowd SELECT CASE WHEN n = 7 THEN 'rare' ELSE 'usual' END, n FROM generate_series(1, 20000) AS n")
                try db.execute("CREATE INDEX crowd_by_kind ON crowd (kind)")
                try db.execute("CREATE INDEX crowd_by_size ON crowd (size)")
            }
            let rows: () async throws -> Int = {
                try await database.read { db in
                    try db.only("sum", of: "SELECT CAST(reltuples AS BIGINT) AS sum FROM pg_class WHERE oid = 'crowd'::regclass")
                }
            }
            try await database.write { try $0.execute("INSERT INTO crowd SELECT 'usual', n FROM generate_series(1, 20000) AS n") }
            #expect(try await rows() != 40_000)
            try await database.write { try $0.learnSizes(of: "crowd") }
            #expect(try await rows() == 40_000)
            #expect(try await plan().contains("crowd_by_kind"))
        }
    }

    @Test func `beside others plans are kept, and by an index even while a table is small`() async throws {
        try await withDatabase(.postgres, sessions: 1) { database in
            try await database.write { try $0.execute("CREATE TABLE few (id BIGINT PRIMARY KEY)") }
            func asked(_ isolation: Isolation) async throws -> [String] {
                try await database.write(keeping: .throughPowerCuts, isolation: isolation) { db in
                    try db.rows("SHOW plan_cache_mode").map { try $0("plan_cache_mode") as String }
                        + db.rows("EXPLAIN SELECT 1 FROM few WHERE id = 7").prefix(1).map { try $0("QUERY PLAN") as String }
                }
            }
            let beside = try await asked(.besideOthers), alone = try await asked(.alone)
            #expect(beside.first == "auto" && beside.last?.hasPrefix("Index") == true, "\(beside)")
            #expect(alone.first == "force_custom_plan", "for that transaction alone")
        }
    }

    @Test func `a session survives a failing statement`() async throws {
        try await withDatabase(.postgres, sessions: 1) { database in
            let before = try await own(database)
            await #expect(throws: StorageFailure.other(code: "22012", message: "division by zero")) {
                try await database.write { try $0.rows("SELECT 1/0") }
            }
            #expect(try await own(database) == before)
        }
    }

    @Test func `a line that broke while idle is replaced unseen`() async throws {
        try await withDatabaseURL(.postgres) { url in
            let database = try Engine.open(url, sessions: 1), other = try Engine.open(url, sessions: 1)
            let before = try await own(database)
            try await hangUp(before, by: other)
            #expect(try await own(database) != before)
            await database.close()
            await other.close()
        }
    }

    @Test func `a line that breaks at work is told, and the next work gets a fresh one`() async throws {
        try await withDatabase(.postgres, sessions: 1) { database in
            let error = await #expect(throws: StorageFailure.self) {
                try await database.write { try $0.rows("SELECT pg_terminate_backend(pg_backend_pid())") }
            }
            guard case .unreachable = error else { Issue.record("\(String(describing: error))"); return }
            let fresh = try await own(database)
            #expect(fresh > 0)
        }
    }

    @Test func `a note goes out on a fresh line when its own broke meanwhile, and other work is kept for good beside it`() async throws {
        try await withDatabaseURL(.postgres) { url in
            let database = try Engine.open(url, sessions: 1), other = try Engine.open(url, sessions: 1)
            try await other.write { try $0.execute("CREATE TABLE note (pid BIGINT, level TEXT)") }
            let note: SQL = "INSERT INTO note VALUES (pg_backend_pid(), current_setting('synchronous_commit'))"
            try database.noteBlocking(note)
            let first: Int = try await other.read { try $0.only("pid", of: "SELECT pid FROM note") }
            try await hangUp(first, by: other)
            try database.noteBlocking(note)
            try database.writeBlocking(keeping: .throughPowerCuts, isolation: .besideOthers) { try $0.execute(note) }
            let rows = try await other.read { db in
                try db.rows("SELECT DISTINCT pid, level FROM note").map { (try $0("pid") as Int, try $0("level") as String) }
            }
            #expect(rows.count == 3 && rows.filter { $0.0 != first && $0.1 == "off" }.count == 1)
            #expect(rows.filter { $0.1 == "on" }.count == 1)
            await database.close()
            await other.close()
        }
    }

    @Test func `the listener comes back after its line broke`() async throws {
        try await withDatabaseURL(.postgres) { url in
            let database = try Engine.open(url, sessions: 1), other = try Engine.open(url, sessions: 1)
            try await other.write { try $0.execute("CREATE TABLE note (text TEXT)") }
            var changes = database.changes().makeAsyncIterator()
            await changes.next()
            let mine: SQL = "query LIKE '%pg_current_snapshot() AS TEXT%' AND state = 'idle' AND pid <> pg_backend_pid()"
            _ = try await other.read { try $0.rows("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE \(mine)") }
            await changes.next()  // it listens again
            try await other.write { try $0.execute("INSERT INTO note VALUES (\("x"))") }
            await changes.next()
            await database.close()
            await other.close()
        }
    }

    @Test func `more different statements than a session keeps are no trouble`() async throws {
        try await withDatabase(.postgres, sessions: 1) { database in
            let sum = try await database.read { db in
                try (1...450).map { n -> Int in try db.only("n", of: SQL(verbatim: "SELECT \(n) AS n")) }.reduce(0, +)
            }
            #expect(sum == 450 * 451 / 2)
        }
    }

    @Test func `more who ask than there are sessions are all served`() async throws {
        try await withDatabase(.postgres, sessions: 2) { database in
            try await withThrowingTaskGroup { group in
                for _ in 0..<50 { group.addTask { _ = try await database.read { try $0.rows("SELECT pg_sleep(0.002)") } } }
                try await group.waitForAll()
            }
        }
    }
}
