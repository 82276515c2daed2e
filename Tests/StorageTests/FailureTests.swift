import Storage
import TestSupport
import Testing

/// Both engines refuse the same things in the same words.
@Suite struct FailureTests {
    private func refusal(of statement: SQL, on engine: Engine) async throws -> StorageFailure? {
        try await withDatabase(engine) { database in
            try await database.write { db in
                try db.execute("CREATE TABLE action (id TEXT PRIMARY KEY)")
                try db.execute(
                    """
                    CREATE TABLE report (
                        action_id TEXT NOT NULL REFERENCES action, token TEXT UNIQUE, day TEXT, place TEXT,
                        quantity BIGINT NOT NULL CONSTRAINT quantity_fits CHECK (quantity BETWEEN 1 AND 500), UNIQUE (day, place)
                    )
                    """)
                try db.execute("INSERT INTO action VALUES (\("a"))")
                try db.execute("INSERT INTO report VALUES (\("a"), \("t"), \("d"), \("p"), \(1))")
            }
            do {
                try await database.write { db in try db.execute(statement) }
                return nil
            } catch let failure as StorageFailure {
                let kept = try await database.read { db in try db.rows("SELECT token FROM report").count }
                #expect(kept == 1)
                return failure
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a second of what may be there once names its columns`(on engine: Engine) async throws {
        #expect(try await refusal(of: "INSERT INTO report VALUES (\("a"), \("t"), \("e"), \("p"), \(1))", on: engine) == .unique("report.token"))
        #expect(try await refusal(of: "INSERT INTO action VALUES (\("a"))", on: engine) == .unique("action.id"))
        let both = try await refusal(of: "INSERT INTO report VALUES (\("a"), \("u"), \("d"), \("p"), \(1))", on: engine)
        #expect(both == .unique("report.day, report.place"))
    }

    @Test(arguments: Engine.available)
    func `a link to nothing, and a row that is linked to`(on engine: Engine) async throws {
        for statement: SQL in ["INSERT INTO report VALUES (\("z"), \("u"), \("e"), \("p"), \(1))", "DELETE FROM action"] {
            guard case .foreignKey = try await refusal(of: statement, on: engine) else { Issue.record("not refused as a link"); continue }
        }
    }

    @Test(arguments: Engine.available)
    func `a check and an empty column are named`(on engine: Engine) async throws {
        #expect(try await refusal(of: "INSERT INTO report VALUES (\("a"), \("u"), \("e"), \("p"), \(501))", on: engine) == .check("quantity_fits"))
        let missing = try await refusal(of: "INSERT INTO report (action_id) VALUES (\("a"))", on: engine)
        #expect(missing == .notNull("report.quantity"))
    }

    @Test(arguments: Engine.available)
    func `nonsense, and two statements in one, are refused with the engine's code`(on engine: Engine) async throws {
        for statement: SQL in ["SELEKT 1", "SELECT nothing FROM nowhere", "DELETE FROM report; DELETE FROM action"] {
            guard case .other(let code, let message) = try await refusal(of: statement, on: engine) else { Issue.record("not refused"); continue }
            #expect(!code.isEmpty && !message.isEmpty)
        }
    }

    @Test func `a full disk is told, and nothing is half written`() async throws {
        try await withDatabase(.sqlite) { database in
            let room = try await database.write { db in
                try db.execute("CREATE TABLE page (content BYTEA)")
                return try db.only("max_page_count", of: "PRAGMA max_page_count = 20") as Int
            }
            #expect(room == 20)
            let fill: @Sendable (any Connection) throws -> Void = { db in
                for _ in 0..<100 { try db.execute("INSERT INTO page VALUES (\([UInt8](repeating: 7, count: 4000)))") }
            }
            await #expect(throws: StorageFailure.diskFull) { try await database.write(fill) }
            let pages = try await database.read { try $0.rows("SELECT content FROM page").count }
            #expect(pages == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `a database that may only be read says so`(on engine: Engine) async throws {
        try await withDatabase(engine) { database in
            _ = await #expect(throws: StorageFailure.readOnly) {
                try await database.write { db in
                    if engine == .postgres { try db.execute("SET TRANSACTION READ ONLY") } else { _ = try db.rows("PRAGMA query_only = 1") }
                    try db.execute("CREATE TABLE page (content TEXT)")
                }
            }
        }
    }

    @Test func `a folder that is not there is unreachable`() async throws {
        try await withFolder { folder in
            let error = #expect(throws: StorageFailure.self) { try Engine.open(.sqlite(path: folder + "/none/a.sqlite")) }
            guard case .unreachable = error else { Issue.record("\(String(describing: error))"); return }
        }
    }

    @Test func `a server that is not there is unreachable`() async throws {
        let database = try Engine.open(.postgres("postgres:///a?host=/nowhere&user=ana&password=secret"))
        let error = await #expect(throws: StorageFailure.self) { try await database.read { try $0.rows("SELECT 1") } }
        guard case .unreachable(let reason) = error else { Issue.record("\(String(describing: error))"); return }
        #expect(!reason.contains("secret"))
        await database.close()
    }
}
