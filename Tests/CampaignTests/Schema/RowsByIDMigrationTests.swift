import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct RowsByIDMigrationTests {
    private static let tables = ["supporter", "identity"], referring = ["follow", "supporter_choice", "delivery"]

    @Test func `people, who they are and what refers to them are the same after their rows were put in order`() async throws {
        try await withStore(.sqlite) { store in
            try await store.take(.wanjiru())
            for name in ["zoe", "ana", "mia"] {
                try await store.supporter(name, choices: [("country", "KE")], address: true)
                try await store.follow(name)
            }
            _ = try await store.going()
            try await store.database.remake { db in try Self.goBack(db) }
            let before = try await contents(store)
            #expect(before.allSatisfy { !$0.rows.isEmpty } && before[0].columns.contains("bounced_on"))
            try await store.database.remake { db in
                for statement in Migration.rowsByID.statements(for: .sqlite) { try db.execute(statement) }
            }
            let after = try await contents(store)
            for (before, after) in zip(before, after) { #expect(after.columns == before.columns && after.rows == before.rows, "\(before.table)") }
            #expect(try await order(store) == ["ana", "mia", "zoe"])
            try await store.database.write { try $0.execute("DELETE FROM supporter WHERE id = 'mia'") }
            for table in Self.tables.dropFirst() + Self.referring {
                let left = try await store.database.read { try $0.rows("SELECT * FROM \(SQL(verbatim: table)) WHERE supporter_id = 'mia'") }
                #expect(left.isEmpty, "\(table)")
            }
        }
    }

    /// The rows of each table, in whatever order they lie.
    private func contents(_ store: Store) async throws -> [(table: String, columns: Set<String>, rows: Set<[Value]>)] {
        try await store.database.read { db in
            try (Self.tables + Self.referring).map { table in
                let columns: [String] = try db.rows("SELECT name FROM pragma_table_info(\(table)) ORDER BY name").map { try $0("name") }
                let rows = try db.rows("SELECT * FROM \(SQL(verbatim: table))").map { row in try columns.map { try row($0) as Value } }
                return (table, Set(columns), Set(rows))
            }
        }
    }

    /// The names as they lie.
    private func order(_ store: Store) async throws -> [String] {
        try await store.database.read { try $0.rows("SELECT id, bounced_on FROM supporter").map { try $0("id") } }
    }

    /// The tables as they were before.
    private static func goBack(_ db: any Connection) throws {
        let steps = [Migration.supporters, .supporterWishes, .alertChecks].flatMap { $0.statements(for: .sqlite) }.map { $0.text(for: .sqlite) }
        for table in tables {
            let columns: [String] = try db.rows("SELECT name FROM pragma_table_info(\(table))").map { try $0("name") }
            let list = SQL(verbatim: columns.joined(separator: ", ")), now = SQL(verbatim: table)
            try db.execute("CREATE TABLE kept AS SELECT * FROM \(now)")
            try db.execute("DROP TABLE \(now)")
            for step in steps where step.hasPrefix("CREATE TABLE \(table) (") || step.hasPrefix("ALTER TABLE \(table) ADD") {
                try db.execute(SQL(verbatim: step))
            }
            try db.execute("INSERT INTO \(now) (\(list)) SELECT \(list) FROM kept ORDER BY 1 DESC")
            try db.execute("DROP TABLE kept")
        }
    }
}
