import Storage
import TestSupport
import Testing

/// Nothing that is bound is changed on its way, and nothing of it is ever read as SQL.
@Suite struct ValueTests {
    private func kept(_ value: Value, as type: SQL, on engine: Engine) async throws -> Value {
        try await withDatabase(engine) { database in
            try await database.write { db in try db.execute("CREATE TABLE kept (v \(type))") }
            return try await database.write { db in
                try db.execute("INSERT INTO kept (v) VALUES (\(value))")
                return try db.only("v", of: "SELECT v FROM kept")
            }
        }
    }

    static let texts = [
        "", "'", "x'); DROP TABLE kept; --", "\"", "\\", "\\x41", "?1 $1 :a @b", "%s", "línea\r\nnueva\tfin", "עברית العربية", "👩🏽‍💻 e\u{301}", "\u{A0}",
        "NULL", "t", "1",
    ]

    @Test(arguments: Engine.available, texts)
    func `a text comes back byte for byte`(on engine: Engine, _ text: String) async throws {
        guard case .text(let found) = try await kept(.text(text), as: "TEXT", on: engine) else { Issue.record("not a text"); return }
        #expect(Array(found.utf8) == Array(text.utf8))
    }

    @Test(arguments: Engine.available)
    func `bytes come back, none and all of them`(on engine: Engine) async throws {
        #expect(try await kept(.bytes([]), as: "BYTEA", on: engine) == .bytes([]))
        let all = (0...255).map { UInt8($0) }
        #expect(try await kept(.bytes(all), as: "BYTEA", on: engine) == .bytes(all))
    }

    @Test(arguments: Engine.available, [Int64.min, -1, 0, .max])
    func `an integer keeps its whole width`(on engine: Engine, _ number: Int64) async throws {
        #expect(try await kept(.integer(number), as: "BIGINT", on: engine) == .integer(number))
    }

    @Test(arguments: Engine.available, [0.1, -1.5e300, .leastNonzeroMagnitude, 1.0 / 3])
    func `a real number keeps its last digit`(on engine: Engine, _ number: Double) async throws {
        #expect(try await kept(.real(number), as: "DOUBLE PRECISION", on: engine) == .real(number))
    }

    @Test(arguments: Engine.available)
    func `a text with U+0000 is refused by both engines alike`(on engine: Engine) async throws {
        await #expect(throws: StorageFailure.other(code: "22021", message: "a text holds the character U+0000")) {
            _ = try await kept(.text("a\0b"), as: "TEXT", on: engine)
        }
    }

    @Test(arguments: Engine.available)
    func `a column of another type or name says so`(on engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let row = try await database.read { db in try #require(try db.row("SELECT CAST(\("x") AS TEXT) AS name, CAST(NULL AS BIGINT) AS age")) }
            #expect(throws: Row.NoColumn.self) { try row("nme") as String }
            let error = #expect(throws: Unreadable.self) { try row("name") as Int }
            #expect(error?.column == "name" && error?.wanted == "Int" && error?.found == "text")
            #expect(throws: Unreadable.self) { try row("age") as Int }
            #expect(try row("age") as Int? == nil)
        }
    }
}
