/// The table in which the migrator notes what it did.
enum Ledger {
    /// Makes the table unless it is there. When another program makes it at the same moment, that is as good.
    static func make(in database: any Database) async throws {
        guard try await !database.read(exists) else { return }
        do {
            try await database.write { db in
                _ = try db.execute("CREATE TABLE schema_migration (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL)")
            }
        } catch {
            guard try await database.read(exists) else { throw error }
        }
    }

    @Sendable static func exists(_ db: any Connection) throws -> Bool {
        let found: SQL =
            switch db.dialect {
            case .sqlite: "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'schema_migration'"
            case .postgres: "SELECT 1 AS name WHERE to_regclass('schema_migration') IS NOT NULL"
            }
        return try db.row(found) != nil
    }

    /// The tables and views of the database but the ledger, in the order of names.
    static func otherTables(_ db: any Connection) throws -> [String] {
        let tables: SQL =
            switch db.dialect {
            case .sqlite: "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%' ORDER BY name"
            case .postgres:
                """
                SELECT CAST(c.relname AS TEXT) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'v', 'm', 'p', 'f')
                  AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e') ORDER BY c.relname
                """
            }
        return try db.rows(tables).map { try $0("name") }.filter { $0 != "schema_migration" }
    }

    /// Keeps other migrators out until the end of the transaction. SQLite has one writer at a time and needs no lock.
    static func lock(_ db: any Connection) throws {
        guard db.dialect == .postgres else { return }
        try db.execute("LOCK TABLE schema_migration IN EXCLUSIVE MODE")
    }

    /// What has been done, in the order of names.
    static func names(_ db: any Connection) throws -> [String] {
        try db.rows("SELECT name FROM schema_migration ORDER BY name").map { try $0("name") }
    }
}
