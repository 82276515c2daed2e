import Storage

extension Migration {
    /// Mailings. A delivery is a row before anything is sent, one for each supporter of an alert: it is the job.
    static let alerts = Migration(
        "0014 alerts",
        """
        CREATE TABLE alert (
            id             TEXT PRIMARY KEY,
            section        TEXT NOT NULL REFERENCES section (code),
            output_id      TEXT NOT NULL REFERENCES output (id) ON DELETE CASCADE,
            kind           TEXT NOT NULL CHECK (kind IN ('first', 'update', 'outcome', 'deadline', 'last_call', 'correction', 'information')),
            state          TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'selecting', 'sending', 'done', 'stopped')),
            same_day       BOOLEAN NOT NULL,
            selected_up_to TEXT,
            created_at     TEXT NOT NULL,
            approved_at    TEXT,
            approved_by    TEXT,
            stopped_at     TEXT,
            stopped_by     TEXT,
            UNIQUE (section, output_id, kind)
        )
        """,
        "CREATE INDEX alert_by_state ON alert (state, created_at)",
        """
        CREATE TABLE alert_text (
            alert_id TEXT NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
            language TEXT NOT NULL,
            subject  TEXT NOT NULL CHECK (length(subject) > 0),
            plain    TEXT NOT NULL CHECK (length(plain) > 0),
            html     TEXT NOT NULL,
            short    TEXT NOT NULL,
            PRIMARY KEY (alert_id, language)
        )
        """,
        // `held` waits for its supporter's next digest. Whoever claims a row puts its due moment off to the end of the lease: a claim that its
        // owner does not live to keep falls due by itself, in the state it had.
        """
        CREATE TABLE delivery (
            alert_id      TEXT NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
            supporter_id  TEXT NOT NULL REFERENCES supporter (id) ON DELETE CASCADE,
            state         TEXT NOT NULL CHECK (state IN ('waiting', 'held', 'sent', 'skipped', 'gave_up')),
            attempts      BIGINT NOT NULL,
            due_at        TEXT NOT NULL,
            claimed_by    TEXT,
            reason        TEXT,
            sent_at       TEXT,
            PRIMARY KEY (alert_id, supporter_id)
        )
        """,
        "CREATE INDEX delivery_by_turn ON delivery (state, due_at)",
        "CREATE INDEX delivery_by_supporter ON delivery (supporter_id, state)"
    )
}
