import Campaign
import Documents
import Storage
import TestSupport
import Testing

@Suite struct QueryPlanTests {
    /// How SQLite would find the rows. PostgreSQL scans small tables whatever the indexes, so it is not asked.
    private func plan(_ statement: SQL) async throws -> String {
        try await withStore(.sqlite) { store in
            try await store.database.read { db in
                try db.rows("EXPLAIN QUERY PLAN \(statement)").map { try $0("detail") as String }.joined(separator: "\n")
            }
        }
    }

    @Test(
        arguments: [
            ("SELECT id FROM report WHERE token_hash = \("x")", "report USING"),
            ("SELECT * FROM action WHERE series = \("UA") AND serial = \(77) AND year = \(2021)", "action USING"),
            ("SELECT * FROM output WHERE act_until >= \("2021-11-30")", "output USING INDEX output_by_deadline"),
            ("SELECT * FROM output WHERE action_id = \("x")", "output USING"),
            ("SELECT * FROM output WHERE index_code = \("x")", "output_by_index_code"),
            ("SELECT * FROM tally WHERE output_id = \("x")", "tally USING"),
            ("SELECT * FROM report WHERE output_id = \("x")", "report USING INDEX report_by_output"),
            ("SELECT * FROM edition WHERE output_id = \("x")", "edition USING"),
            ("SELECT * FROM addressee WHERE edition_id = \("x")", "addressee USING"),
            ("SELECT * FROM action WHERE archive_year = \(2021)", "action USING INDEX action_by_archive"),
            ("SELECT * FROM reply WHERE action_id = \("x") AND state = 'published'", "reply USING INDEX reply_by_action"),
            ("SELECT * FROM writing_group WHERE code = \("x")", "writing_group USING"),
            ("SELECT * FROM group_report WHERE group_id = \("x")", "group_report USING INDEX group_report_by_group"),
            ("SELECT * FROM official_contact WHERE normal = \("x") AND channel = \("email")", "official_contact USING"),
            ("SELECT * FROM official_version WHERE receiving = \("CH") AND country IN \(SQL.list(["PE"]))", "official_version_by_mission"),
            ("SELECT * FROM contact_point WHERE normal = \("x") AND channel = \("email")", "contact_point_by_place"),
            ("SELECT * FROM document WHERE sha256 = \("x")", "document USING"),
            ("SELECT 1 FROM delivery WHERE in_digest IN (\(false), \(true)) AND due_at <= \("x")", "USING COVERING INDEX delivery_by_turn"),
        ] as [(SQL, String)])
    func `a hot query finds its rows by an index`(_ statement: SQL, _ use: String) async throws {
        let plan = try await plan(statement)
        #expect(plan.contains("SEARCH"))
        #expect(plan.contains(use))
    }

    @Test func `the page of an action scans neither its own tables nor the register from end to end`() async throws {
        try await withStore(.sqlite) { store in
            try await store.take(.wanjiru())
            let plan = try await store.database.read { db in
                let listening = ListeningConnection(db)
                _ = try listening.publicAction(.wanjiru)
                _ = try listening.missions(from: ["KE"].compactMap { Country($0) }, to: #require(Country("CH")))
                _ = try listening.freshness(of: .wanjiru)
                return (
                    asked: listening.asked.count,
                    plan: try listening.asked.flatMap { try db.rows("EXPLAIN QUERY PLAN \($0)").map { try $0("detail") as String } }
                )
            }
            #expect(plan.asked < 25)
            #expect(plan.plan.filter { $0.hasPrefix("SCAN") && !$0.contains("USING") && !$0.contains("section") && !$0.contains(" s") } == [])
        }
    }

    @Test func `a page of what programs list is found by indexes, the ledger's too`() async throws {
        try await withStore(.sqlite) { store in
            try await store.take(.wanjiru())
            try await store.withReports { record in _ = try await record(store.form()) }
            let plans = try await store.database.read { db in
                let listening = ListeningConnection(db)
                _ = try listening.outreachCount(in: .international, of: nil)
                #expect(try listening.outreaches(in: .international, of: nil, skipping: 0, limit: 25).count == 1)
                _ = try listening.publicWithdrawals(shownBy: .international, limit: 50)
                return try listening.asked.map { try db.rows("EXPLAIN QUERY PLAN \($0)").map { try $0("detail") as String } }
            }
            #expect(plans.count == 5 && plans.flatMap { $0 }.filter { $0.hasPrefix("SCAN") } == [])
            for plan in plans.prefix(3) { #expect(plan.contains { $0.contains("r USING COVERING INDEX report_by_section") }, "\(plan)") }
            #expect(plans[3].contains { $0.contains("r USING INDEX report_by_section (section=? AND reported_on>?)") })
        }
    }

    @Test func `the shown lists scan no table from end to end`() async throws {
        try await withStore(.sqlite) { store in
            let today = try #require(Day("2021-11-30"))
            let asked = try await store.database.read { db in
                let listening = ListeningConnection(db)
                _ = try listening.actionsTakingLetters(on: today, shownBy: .swiss)
                _ = try listening.archivedActions(year: 2021, month: 11, shownBy: .swiss)
                return try listening.asked.flatMap { try db.rows("EXPLAIN QUERY PLAN \($0)").map { try $0("detail") as String } }
            }
            #expect(asked.count > 20)
            #expect(asked.filter { $0.hasPrefix("SCAN") && !$0.contains("USING") } == [])
        }
    }
}

/// Passes statements on and remembers them.
private final class ListeningConnection: Connection {
    private let connection: any Connection
    private(set) var asked: [SQL] = []

    init(_ connection: any Connection) {
        self.connection = connection
    }

    var dialect: Dialect { connection.dialect }

    func rows(_ sql: SQL) throws -> [Row] {
        asked.append(sql)
        return try connection.rows(sql)
    }

    func execute(_ sql: SQL) throws -> Int { try connection.execute(sql) }
    func savepoint<T>(_ body: () throws -> T) throws -> T { try connection.savepoint(body) }
}
