import Storage
import TestSupport
import Testing

/// What `PortableSQL` promises: the same text gives the same rows on both engines.
@Suite struct PortableSQLTests {
    /// Runs the statements on three known letters.
    private func withLetters(_ engine: Engine, _ body: @escaping @Sendable (any Connection) throws -> Void) async throws {
        try await withDatabase(engine) { database in
            try await database.write { db in
                try db.execute(
                    """
                    CREATE TABLE letter (
                        id TEXT PRIMARY KEY, country TEXT NOT NULL, sent BIGINT NOT NULL, weight DOUBLE PRECISION, urgent BOOLEAN NOT NULL, note TEXT
                    )
                    """)
                try db.execute(
                    """
                    INSERT INTO letter (id, country, sent, weight, urgent, note) VALUES \(SQL.values([
                        ["a", "PE", 3, 1.5, true, "first"], ["b", "PE", 5, nil as Double?, false, nil as String?], ["c", "GT", 2, 0.25, true, nil as String?],
                    ]))
                    """)
                try body(db)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `every column type comes back as it went in`(on engine: Engine) async throws {
        try await withLetters(engine) { db in
            let row = try #require(try db.row("SELECT * FROM letter WHERE id = \("a")"))
            #expect(try row("id") == "a")
            #expect(try row("sent") == 3)
            #expect(try row("weight") == 1.5)
            #expect(try row("urgent") == true)
            let note: String? = try db.only("note", of: "SELECT note FROM letter WHERE id = \("b")")
            #expect(note == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `booleans filter by themselves`(on engine: Engine) async throws {
        try await withLetters(engine) { db in
            try db.expect(["a"], from: "SELECT id FROM letter WHERE urgent AND NOT sent = \(2) ORDER BY id")
        }
    }

    @Test(arguments: Engine.available)
    func `lists, keyset pages and nulls in their order`(on engine: Engine) async throws {
        try await withLetters(engine) { db in
            try db.expect(["a", "c"], from: "SELECT id FROM letter WHERE id IN \(SQL.list(["a", "c"])) ORDER BY id")
            try db.expect([], from: "SELECT id FROM letter WHERE sent IN \(SQL.list([]))")
            try db.expect(["a"], from: "SELECT id FROM letter WHERE (country, id) > (\("GT"), \("c")) ORDER BY country, id LIMIT \(1)")
            try db.expect(["a", "b"], from: "SELECT id FROM letter ORDER BY weight NULLS LAST, id LIMIT \(3) OFFSET \(1)")
        }
    }

    @Test(arguments: Engine.available)
    func `sums, windows and common tables`(on engine: Engine) async throws {
        try await withLetters(engine) { db in
            let sums: SQL = "SELECT country, CAST(COALESCE(sum(sent), 0) AS BIGINT) AS n FROM letter GROUP BY country"
            let rows = try db.rows("WITH s AS (\(sums)) SELECT country, n, row_number() OVER (ORDER BY n DESC) AS place FROM s ORDER BY n")
            #expect(try rows.map { try $0("n") as Int } == [2, 8])
            #expect(try rows.map { try $0("place") as Int } == [2, 1])
            #expect(try db.only("n", of: "SELECT count(*) AS n, avg(sent) AS mean FROM letter") == 3)
            let none: Int = try db.only("n", of: "SELECT CAST(COALESCE(sum(sent), 0) AS BIGINT) AS n FROM letter WHERE id = \("z")")
            #expect(none == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `a conflict does nothing, or updates, and tells what it did`(on engine: Engine) async throws {
        try await withLetters(engine) { db in
            let once: SQL = """
                INSERT INTO letter (id, country, sent, urgent) VALUES (\("d"), \("CO"), \(1), \(false)) ON CONFLICT (id) DO NOTHING RETURNING id
                """
            try db.expect(["d"], from: once)
            try db.expect([], from: once)
            let upsert: SQL = """
                INSERT INTO letter (id, country, sent, urgent) VALUES (\("d"), \("CL"), \(9), \(true))
                ON CONFLICT (id) DO UPDATE SET country = excluded.country, sent = letter.sent + excluded.sent RETURNING sent
                """
            #expect(try db.only("sent", of: upsert) == 10)
        }
    }

    @Test(arguments: Engine.available)
    func `execute counts the rows that the statement wrote`(on engine: Engine) async throws {
        try await withLetters(engine) { db in
            let counts = [
                try db.execute("UPDATE letter SET sent = sent + \(1) WHERE country = \("PE")"),
                try db.execute("CREATE INDEX letter_by_country ON letter (country)"),
                try db.execute("SELECT id FROM letter"),
                try db.execute("DELETE FROM letter WHERE id = \("z")"),
                try db.execute("DELETE FROM letter WHERE id = \("a") RETURNING id"),
            ]
            #expect(counts == [2, 0, 0, 0, 1])
        }
    }

    @Test(arguments: Engine.available)
    func `one table updates from another, and an index holds for some rows`(on engine: Engine) async throws {
        try await withLetters(engine) { db in
            try db.execute("CREATE TABLE correction (letter_id TEXT NOT NULL REFERENCES letter ON DELETE CASCADE, sent BIGINT NOT NULL)")
            try db.execute("CREATE UNIQUE INDEX correction_once ON correction (letter_id) WHERE sent > 0")
            try db.execute("INSERT INTO correction VALUES (\("a"), \(40)), (\("b"), \(0)), (\("b"), \(0))")
            try db.execute("UPDATE letter SET sent = correction.sent FROM correction WHERE correction.letter_id = letter.id AND correction.sent > 0")
            #expect(try db.only("sent", of: "SELECT sent FROM letter WHERE id = \("a")") == 40)
            try db.execute("DELETE FROM letter WHERE id = \("b")")
            #expect(try db.rows("SELECT letter_id FROM correction").count == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `a mixed column of many rows takes nulls wherever they stand`(on engine: Engine) async throws {
        try await withLetters(engine) { db in
            let rows = (0..<200).map { n -> [any Bindable] in
                let weight = n % 2 == 0 ? nil : Double(n)
                return ["many-\(n)", "PE", n, weight, n % 3 == 0, nil as String?]
            }
            let written = try db.execute("INSERT INTO letter (id, country, sent, weight, urgent, note) VALUES \(SQL.values(rows))")
            #expect(written == 200)
        }
    }
}

extension Connection {
    fileprivate func expect(_ ids: [String], from sql: SQL, at place: SourceLocation = #_sourceLocation) throws {
        let found: [String] = try rows(sql).map { try $0("id") }
        #expect(found == ids, sourceLocation: place)
    }
}
