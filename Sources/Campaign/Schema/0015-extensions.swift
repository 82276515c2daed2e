import Storage

extension Migration {
    /// Extended deadlines, beside the day that a document says. An alert about a day is another one for another day, and one may be for
    /// persons or for groups alone; so mailings get new tables, and keep their rows.
    static let extensions = Migration(
        "0015 extensions",
        """
        CREATE TABLE deadline_extension (
            id        TEXT PRIMARY KEY,
            output_id TEXT NOT NULL REFERENCES output (id) ON DELETE CASCADE,
            section   TEXT NOT NULL REFERENCES section (code),
            until     TEXT NOT NULL,
            by_name   TEXT NOT NULL,
            at        TEXT NOT NULL,
            UNIQUE (output_id, section, until)
        )
        """,
        "CREATE INDEX deadline_extension_by_day ON deadline_extension (until, section)",
        // `about_day` is the act-until day that an extension or a last call tells of, and empty for all other kinds.
        """
        CREATE TABLE alert_next (
            id             TEXT PRIMARY KEY,
            section        TEXT NOT NULL REFERENCES section (code),
            output_id      TEXT NOT NULL REFERENCES output (id) ON DELETE CASCADE,
            kind           TEXT NOT NULL CHECK (kind IN ('first', 'update', 'outcome', 'deadline', 'last_call', 'correction', 'information')),
            about_day      TEXT NOT NULL DEFAULT '',
            state          TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'selecting', 'sending', 'done', 'stopped')),
            same_day       BOOLEAN NOT NULL,
            network        TEXT CHECK (network IN ('person', 'group')),
            selected_up_to TEXT,
            created_at     TEXT NOT NULL,
            approved_at    TEXT,
            approved_by    TEXT,
            stopped_at     TEXT,
            stopped_by     TEXT,
            UNIQUE (section, output_id, kind, about_day)
        )
        """,
        """
        CREATE TABLE alert_text_next (
            alert_id TEXT NOT NULL REFERENCES alert_next (id) ON DELETE CASCADE,
            language TEXT NOT NULL,
            subject  TEXT NOT NULL CHECK (length(subject) > 0),
            plain    TEXT NOT NULL CHECK (length(plain) > 0),
            html     TEXT NOT NULL,
            short    TEXT NOT NULL,
            PRIMARY KEY (alert_id, language)
        )
        """,
        """
        CREATE TABLE delivery_next (
            alert_id      TEXT NOT NULL REFERENCES alert_next (id) ON DELETE CASCADE,
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
        """
        INSERT INTO alert_next (id, section, output_id, kind, about_day, state, same_day, selected_up_to, created_at, approved_at, approved_by,
            stopped_at, stopped_by)
        SELECT l.id, l.section, l.output_id, l.kind, CASE WHEN l.kind IN ('deadline', 'last_call') THEN COALESCE(o.act_until, '') ELSE '' END,
            l.state, l.same_day, l.selected_up_to, l.created_at, l.approved_at, l.approved_by, l.stopped_at, l.stopped_by
        FROM alert l JOIN output o ON o.id = l.output_id
        """,
        "INSERT INTO alert_text_next SELECT alert_id, language, subject, plain, html, short FROM alert_text",
        """
        INSERT INTO delivery_next
        SELECT alert_id, supporter_id, state, attempts, due_at, claimed_by, reason, sent_at FROM delivery
        """,
        "DROP TABLE delivery",
        "DROP TABLE alert_text",
        "DROP TABLE alert",
        "ALTER TABLE alert_next RENAME TO alert",
        "ALTER TABLE alert_text_next RENAME TO alert_text",
        "ALTER TABLE delivery_next RENAME TO delivery",
        "CREATE INDEX alert_by_state ON alert (state, created_at)",
        "CREATE INDEX delivery_by_turn ON delivery (state, due_at)",
        "CREATE INDEX delivery_by_supporter ON delivery (supporter_id, state)"
    )
}
