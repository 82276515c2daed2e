import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct StretchesMigrationTests {
    /// One of each kind, and two whom a selection under way had not reached.
    private static let rows: [(name: String, state: String, reason: String?, sentAt: String?)] = [
        ("a", "waiting", nil, nil), ("b", "waiting", "451 4.7.1", nil), ("c", "held", nil, nil), ("d", "sent", nil, "2021-11-30T10:00:05.000Z"),
        ("e", "skipped", "paused", nil), ("f", "gave_up", "550 5.1.1", nil),
    ]

    @Test(arguments: Engine.available)
    func `who waited is told after the change, who was told is not told again, and a selection goes on`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            for name in "abcdefgh" { try await store.supporter("\(name)", pace: name == "c" ? .monthly : .atOnce) }
            let alert = try await store.composed()
            try await ApproveAlert(database: store.database, world: store.world)(alert, sameDay: false, hasRead: true, isShown: true, by: "Rosa")
            try await store.database.write { db in
                try Self.goBack(db)
                for row in Self.rows {
                    try db.execute(
                        """
                        INSERT INTO delivery (alert_id, supporter_id, state, attempts, due_at, reason, sent_at)
                        VALUES (\(alert), \(row.name), \(row.state), 1, '2021-11-30T10:00:00.000Z', \(row.reason), \(row.sentAt))
                        """)
                }
                try db.execute("UPDATE alert SET state = 'selecting', selected_up_to = 'f' WHERE id = \(alert)")
                for statement in Migration.stretches.statements(for: db.dialect) { try db.execute(statement) }
            }
            try await SelectRecipients(database: store.database, world: store.world)(alert)
            let basket = Basket()
            try await store.deliver(basket)
            #expect(basket.people == ["a", "b", "c", "g", "h"], "the digest was due")
            #expect(try await store.deliveries().filter { $0.value != "sent" } == ["e": "skipped paused", "f": "gave_up 550 5.1.1"])
            #expect(try await store.database.read { try $0.alert(alert).state } == .done)
            let settled = try await store.database.read {
                try $0.rows("SELECT settled_at FROM delivery WHERE supporter_id IN ('d', 'e') ORDER BY supporter_id").map {
                    try $0("settled_at") as String
                }
            }
            #expect(settled == ["2021-11-30T10:00:05.000Z", "2021-11-30T10:00:00.000Z"])
        }
    }

    /// The tables as they were before.
    private static func goBack(_ db: any Connection) throws {
        let steps = Migration.extensions.statements(for: db.dialect).map { $0.text(for: db.dialect) }
        let made = steps.first { $0.contains("CREATE TABLE delivery_next") }
        for statement in [
            "DROP TABLE delivery_stretch", "DROP TABLE delivery", "DROP INDEX alert_to_hand_out", "ALTER TABLE alert DROP COLUMN handed_up_to",
            "ALTER TABLE alert DROP COLUMN last_sent_at", SQL(verbatim: try #require(made).replacing("_next", with: "")),
        ] as [SQL] { try db.execute(statement) }
    }
}
