import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct ExtensionsMigrationTests {
    /// What the tables held before they were made anew.
    private static let before: [SQL] = [
        """
        INSERT INTO section (code, position, name, host, languages, time_zone, reference_style, threshold, late_days, contact_post,
            embassy_cities, postal_words)
        VALUES ('int', 0, 'International', 'localhost', 'en', 'Europe/London', 'slash', 10, 30, '', '', '')
        """,
        """
        INSERT INTO action (id, series, serial, year, invented, archive_year, revision, created_at)
        VALUES ('a', 'UA', 77, 2021, \(true), 2021, 1, '2021-11-22T10:00:00.000Z')
        """,
        """
        INSERT INTO output (id, action_id, ordinal, kind, is_final, act_until, preferred_languages)
        VALUES ('o', 'a', 1, 'first', \(false), '2022-01-03', 'en')
        """,
        """
        INSERT INTO supporter (id, section, state, language, pace, same_day, network, keeps_history, time_zone, soft_bounces, created_at, active_on)
        VALUES ('ana', 'int', 'confirmed', 'en', 'daily', \(false), 'person', \(true), 'Europe/London', 0, '2021-01-01', '2021-01-01')
        """,
        """
        INSERT INTO alert (id, section, output_id, kind, state, same_day, selected_up_to, created_at, approved_at, approved_by)
        VALUES ('first', 'int', 'o', 'first', 'sending', \(true), 'ana', '2021-11-23T10:00:00.000Z', '2021-11-24T10:00:00.000Z', 'Rosa'),
            ('last', 'int', 'o', 'last_call', 'draft', \(false), NULL, '2021-12-31T10:00:00.000Z', NULL, NULL)
        """,
        "INSERT INTO alert_text (alert_id, language, subject, plain, html, short) VALUES ('first', 'en', 'subject', 'plain', 'html', 'short')",
        """
        INSERT INTO delivery (alert_id, supporter_id, state, attempts, due_at, claimed_by, reason, sent_at)
        VALUES ('first', 'ana', 'held', 3, '2021-11-25T08:00:00.000Z', NULL, '450 4.7.1', NULL)
        """,
    ]

    @Test(arguments: Engine.available)
    func `mailings that were under way are under way afterwards, and what hangs by them still does`(on engine: Engine) async throws {
        try await withDatabaseURL(engine) { url in
            let old = try Engine.open(url), older = Schema.migrations.prefix { $0.name < "0015" }
            try await Migrator(Array(older)).migrate(old, at: "2021-11-30T10:00:00.000Z")
            try await old.write { db in for statement in Self.before { try db.execute(statement) } }
            try await Migrator(Schema.migrations).migrate(old, at: "2021-11-30T10:00:00.000Z")
            await old.close()
            let database = try Engine.open(url)
            let (alerts, texts, reader) = try await database.read { db in
                (
                    try ["first", "last"].map { try db.alert(Alert.ID($0)) }, try db.texts(of: Alert.ID("first")),
                    try db.supporter(Supporter.ID("ana"))
                )
            }
            #expect(alerts.map(\.state) == [.sending, .draft] && alerts.map(\.isSameDay) == [true, false])
            #expect(alerts[0].approvedBy == "Rosa" && alerts.map(\.aboutDay) == [nil, Day("2022-01-03")] && alerts.allSatisfy { $0.network == nil })
            #expect(texts == [AlertText(language: "en", subject: "subject", plain: "plain", html: "html", short: "short")])
            #expect(reader?.wantsOutcomes == false && reader?.keepsHistory == true)
            let rows = try await database.read { try $0.rows("SELECT state, attempts, due_at, reason FROM delivery") }
            #expect(try rows.map { try $0("due_at") as String } == ["2021-11-25T08:00:00.000Z"])
            #expect(try rows.map { try $0("state") as Delivery.State } == [.held] && rows.map { try $0("attempts") as Int } == [3])
            #expect(try await database.read { try $0.selectedUpTo(Alert.ID("first")) } == "ana")
            try await database.write { try $0.execute("DELETE FROM output WHERE id = 'o'") }
            for table in ["alert", "alert_text", "delivery"] {
                let count = try await database.read { try $0.rows(SQL(verbatim: "SELECT 1 AS one FROM \(table)")).count }
                #expect(count == 0, "\(table) goes with its output")
            }
            await database.close()
        }
    }
}
