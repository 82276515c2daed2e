import Storage
import TestSupport
import Testing

/// What a letter writer types is in the answer and nowhere else.
@Suite(.timeLimit(.minutes(5))) struct NothingKeptTests {
    private let secrets = ["Zenobia-Quetzalcoatl", "Villanueva-del-Fresno", "zebra-striped-testimony"]

    @Test(arguments: Engine.available)
    func `no word of a letter reaches the log, the database or another visitor`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            try await amparo.store.take(.wanjiru())
            let typed = [("name", secrets[0]), ("place", secrets[1]), ("words", secrets[2])]
            let path = "/en/actions/77-21/letters"
            #expect(try await amparo.post(path, typed).status == 200)
            #expect(try await amparo.post(path, typed + [("format", "txt")]).status == 200)
            #expect(try await amparo.post(path, [("name", secrets[0] + "\u{7}"), typed[1], typed[2]]).status == 422)
            #expect(try await amparo.post(path, typed, ["content-type": "text/xml"]).status == 415)
            #expect(try await amparo.post("/en/actions/1-99/letters", typed).status == 404)
            _ = try await amparo.get("\(path)?name=\(secrets[0])")
            _ = try await amparo.get("/go?q=\(secrets[1])")
            try await amparo.report(3)

            #expect(amparo.log.all.contains { $0.hasPrefix("info request") })
            let kept = try await amparo.store.database.everyText(),
                log = amparo.log.all.filter { !$0.contains("listening on") }.joined(separator: "\n")
            #expect(kept.contains("Wanjiru"))
            for secret in secrets {
                #expect(!kept.contains(secret))
                #expect(!log.contains(secret))
                for page in ["/en/", "/en/actions/77-21", "/en/actions/77-21/write"] { #expect(!(try await amparo.get(page).text.contains(secret))) }
            }
            for trace in ["127.0.0.1", "77-21", "Wanjiru", "user-agent"] { #expect(!log.contains(trace), "\(trace)") }
        }
    }
}

extension Database {
    /// Everything that any table holds, as text.
    fileprivate func everyText() async throws -> String {
        try await read { db in
            let names: SQL =
                switch db.dialect {
                case .sqlite: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                case .postgres: "SELECT CAST(tablename AS TEXT) AS name FROM pg_tables WHERE schemaname = current_schema()"
                }
            return try db.rows(names).flatMap { row in
                let table: String = try row("name")
                return try db.rows(SQL(verbatim: "SELECT * FROM \(table)")).map { "\($0)" }
            }.joined(separator: "\n")
        }
    }
}
