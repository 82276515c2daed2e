import Storage
import TestSupport
import Testing

@Suite struct MigratorTests {
    static let first = Migration("0001 people", "CREATE TABLE person (name TEXT PRIMARY KEY)", "INSERT INTO person VALUES (\("Ana"))")
    static let second = Migration("0002 search") { dialect in
        switch dialect {
        case .sqlite: ["CREATE VIRTUAL TABLE person_text USING fts5 (name)"]
        case .postgres: ["ALTER TABLE person ADD COLUMN words tsvector"]
        }
    }
    static let noon = "2026-03-01T12:00:00.000Z"

    @Test(arguments: Engine.available)
    func `an empty database becomes current, and remembers when`(on engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let migrator = Migrator([Self.first, Self.second])
            #expect(try await migrator.status(of: database) == .empty)
            #expect(try await migrator.migrate(database, at: Self.noon) == ["0001 people", "0002 search"])
            #expect(try await migrator.status(of: database) == .current)
            #expect(try await migrator.migrate(database, at: Self.noon) == [])
            let taken: String = try await database.read { try $0.only("t", of: "SELECT DISTINCT applied_at AS t FROM schema_migration") }
            #expect(taken == Self.noon)
        }
    }

    @Test(arguments: Engine.available)
    func `a database that is behind says which steps are missing and what they would do`(on engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await Migrator([Self.first]).migrate(database, at: Self.noon)
            let migrator = Migrator([Self.first, Self.second])
            #expect(try await migrator.status(of: database) == .behind(["0002 search"]))
            let pending = try await migrator.pending(in: database)
            #expect(pending.map(\.name) == ["0002 search"])
            #expect(pending[0].statements[0].contains(engine == .sqlite ? "fts5" : "tsvector"))
            #expect(try await migrator.migrate(database, at: Self.noon) == ["0002 search"])
        }
    }

    @Test(arguments: Engine.available)
    func `a database that a newer program has migrated is left alone`(on engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await Migrator([Self.first, Self.second]).migrate(database, at: Self.noon)
            let older = Migrator([Self.first])
            #expect(try await older.status(of: database) == .ahead(["0002 search"]))
            let refusal = await #expect(throws: Migrator.Ahead.self) { try await older.migrate(database, at: Self.noon) }
            #expect(refusal?.unknown == ["0002 search"])
        }
    }

    @Test(arguments: Engine.available)
    func `a database of another program is left alone`(on engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { try $0.execute("CREATE TABLE invoice (number TEXT)") }
            let migrator = Migrator([Self.first])
            #expect(try await migrator.status(of: database) == .foreign(["invoice"]))
            let refusal = await #expect(throws: Migrator.Foreign.self) { try await migrator.migrate(database, at: Self.noon) }
            #expect(refusal?.tables == ["invoice"])
            try await database.write { try $0.execute("CREATE TABLE person (name TEXT)") }
            try await database.write { try $0.execute("CREATE TABLE schema_migration (name TEXT)") }
            #expect(try await migrator.status(of: database) == .foreign(["invoice", "person"]))
        }
    }

    @Test(arguments: Engine.available)
    func `a step that fails leaves nothing of itself`(on engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let broken = Migrator([Self.first, Migration("0002 broken", "CREATE TABLE half (a TEXT)", "INSERT INTO nowhere VALUES (1)")])
            await #expect(throws: StorageFailure.self) { try await broken.migrate(database, at: Self.noon) }
            #expect(try await broken.status(of: database) == .behind(["0002 broken"]))
            try await database.write { try $0.execute("CREATE TABLE half (a TEXT)") }
        }
    }

    @Test(arguments: Engine.available)
    func `two programs that migrate at once take each step once`(on engine: Engine) async throws {
        try await withDatabaseURL(engine) { url in
            let migrator = Migrator([Self.first, Self.second]), one = try Engine.open(url), other = try Engine.open(url)
            async let here = migrator.migrate(one, at: Self.noon)
            async let there = migrator.migrate(other, at: Self.noon)
            #expect(try await (here + there).sorted() == ["0001 people", "0002 search"])
            await one.close()
            await other.close()
        }
    }

    private static let letters = Migration(
        "0003 letters", "CREATE TABLE letter (name TEXT NOT NULL REFERENCES person (name) ON DELETE CASCADE)", "INSERT INTO letter VALUES ('Ana')")

    /// People in another order; who is kept is up to `which`.
    private static func remaking(_ which: SQL) -> Migration {
        Migration("0004 people by name", remakes: true) { dialect in
            guard dialect == .sqlite else { return [] }
            return [
                "CREATE TABLE person_next (name TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID", "INSERT INTO person_next SELECT name FROM person \(which)",
                "DROP TABLE person", "ALTER TABLE person_next RENAME TO person",
            ]
        }
    }

    @Test(arguments: Engine.available)
    func `a table is made anew and keeps what refers to it`(on engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let steps = [Self.first, Self.letters, Self.remaking("")]
            #expect(try await Migrator(steps).migrate(database, at: Self.noon) == steps.map(\.name))
            let letters: String = try await database.read { try $0.only("name", of: "SELECT name FROM letter") }
            #expect(letters == "Ana")
            let refusal = await #expect(throws: StorageFailure.self) {
                try await database.write { try $0.execute("INSERT INTO letter VALUES ('Ben')") }
            }
            guard case .foreignKey = refusal else { Issue.record("\(String(describing: refusal))"); return }
            try await database.write { try $0.execute("DELETE FROM person") }
            #expect(try await database.read { try $0.rows("SELECT name FROM letter") }.isEmpty)
        }
    }

    @Test func `a table made anew that lost what others refer to is not kept`() async throws {
        try await withDatabase(.sqlite) { database in
            let migrator = Migrator([Self.first, Self.letters, Self.remaking("WHERE name <> 'Ana'")])
            let refusal = await #expect(throws: StorageFailure.self) { try await migrator.migrate(database, at: Self.noon) }
            #expect(refusal == .foreignKey("letter"))
            #expect(try await migrator.status(of: database) == .behind(["0004 people by name"]))
            let both = try await database.read { try $0.rows("SELECT p.name FROM person p JOIN letter l ON l.name = p.name").count }
            #expect(both == 1)
            await #expect(throws: StorageFailure.self) { try await database.write { try $0.execute("INSERT INTO letter VALUES ('Ben')") } }
        }
    }
}
