import Storage

extension Migration {
    /// Who is to be told is taken by the stretch: a worker's claim of thousands of deliveries is one row, and each of them changes once, when
    /// what became of it is entered (decision 12).
    ///
    /// A delivery has a moment of its own, `due_at`, only while it waits for a digest or for another attempt. All others of an alert are taken
    /// in the order of their supporters: up to `handed_up_to` they were, and a stretch says by whom. No index holds what changes when a mail
    /// went out, so that PostgreSQL writes a delivery anew beside its old place, for which each page keeps room.
    static let stretches = Migration("0047 stretches") { dialect in
        let kept: SQL = dialect == .sqlite ? "WITHOUT ROWID" : "WITH (fillfactor = 50)"
        return [
            """
            CREATE TABLE delivery_next (
                alert_id      TEXT NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
                supporter_id  TEXT NOT NULL REFERENCES supporter (id) ON DELETE CASCADE,
                state         TEXT NOT NULL CHECK (state IN ('waiting', 'held', 'sent', 'skipped', 'gave_up')),
                in_digest     BOOLEAN NOT NULL,
                attempts      BIGINT NOT NULL,
                due_at        TEXT,
                claimed_by    TEXT,
                reason        TEXT,
                settled_at    TEXT,
                PRIMARY KEY (alert_id, supporter_id)
            ) \(kept)
            """,
            """
            INSERT INTO delivery_next (alert_id, supporter_id, state, in_digest, attempts, due_at, claimed_by, reason, settled_at)
            SELECT alert_id, supporter_id, state, state = 'held', attempts, CASE WHEN state IN ('waiting', 'held') THEN due_at END, claimed_by, reason,
                CASE WHEN state IN ('sent', 'skipped', 'gave_up') THEN COALESCE(sent_at, due_at) END
            FROM delivery
            """,
            "DROP TABLE delivery",
            "ALTER TABLE delivery_next RENAME TO delivery",
            "CREATE INDEX delivery_by_turn ON delivery (in_digest, due_at) WHERE due_at IS NOT NULL",
            "CREATE INDEX delivery_by_supporter ON delivery (supporter_id)",
            "ALTER TABLE alert ADD COLUMN handed_up_to TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE alert ADD COLUMN last_sent_at TEXT",
            "UPDATE alert SET handed_up_to = COALESCE(selected_up_to, '')",
            "CREATE INDEX alert_to_hand_out ON alert (approved_at) WHERE handed_up_to < selected_up_to",
            """
            CREATE TABLE delivery_stretch (
                alert_id TEXT NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
                after_id TEXT NOT NULL,
                up_to    TEXT NOT NULL,
                worker   TEXT NOT NULL,
                due_at   TEXT NOT NULL,
                PRIMARY KEY (alert_id, up_to)
            )
            """,
        ]
    }
}
