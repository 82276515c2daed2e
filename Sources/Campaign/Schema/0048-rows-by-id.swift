import Storage

extension Migration {
    /// What alerts read of supporters lies in the order of their ids, in which they are told. Ids are drawn by lot; in the order in which they came
    /// each of a thousand lies on a page of its own.
    ///
    /// SQLite keeps the rows themselves so. Besides, their order tells no longer who signed up after whom, of which the columns say the hour at
    /// most. PostgreSQL's rows have no order: there an index holds what is read.
    static let rowsByID = Migration("0048 rows by id", remakes: true) { dialect in
        guard dialect == .sqlite else {
            return [
                "CREATE INDEX supporter_told ON supporter (id) INCLUDE (state, language, pace, network, paused_until)",
                "CREATE INDEX identity_told ON identity (supporter_id) INCLUDE (lookup, key_id, sealed)",
            ]
        }
        return [
            """
            CREATE TABLE supporter_next (
                id             TEXT PRIMARY KEY NOT NULL,
                section        TEXT NOT NULL REFERENCES section (code),
                state          TEXT NOT NULL CHECK (state IN ('unconfirmed', 'confirmed')),
                language       TEXT NOT NULL,
                pace           TEXT NOT NULL CHECK (pace IN ('at_once', 'daily', 'weekly', 'twice_a_month', 'monthly', 'none')),
                same_day       BOOLEAN NOT NULL,
                network        TEXT NOT NULL CHECK (network IN ('person', 'group')),
                keeps_history  BOOLEAN NOT NULL,
                time_zone      TEXT NOT NULL,
                paused_until   TEXT,
                soft_bounces   BIGINT NOT NULL,
                created_at     TEXT NOT NULL,
                confirmed_at   TEXT,
                active_on      TEXT NOT NULL,
                asked_on       TEXT,
                wants_outcomes BOOLEAN NOT NULL DEFAULT FALSE,
                bounced_on     TEXT
            ) WITHOUT ROWID
            """,
            """
            INSERT INTO supporter_next (id, section, state, language, pace, same_day, network, keeps_history, time_zone, paused_until, soft_bounces,
                created_at, confirmed_at, active_on, asked_on, wants_outcomes, bounced_on)
            SELECT id, section, state, language, pace, same_day, network, keeps_history, time_zone, paused_until, soft_bounces,
                created_at, confirmed_at, active_on, asked_on, wants_outcomes, bounced_on FROM supporter ORDER BY id
            """,
            "DROP TABLE supporter",
            "ALTER TABLE supporter_next RENAME TO supporter",
            "CREATE INDEX supporter_by_section ON supporter (section, state, id)",
            """
            CREATE TABLE identity_next (
                supporter_id TEXT PRIMARY KEY NOT NULL REFERENCES supporter (id) ON DELETE CASCADE,
                lookup       TEXT NOT NULL UNIQUE,
                key_id       TEXT NOT NULL,
                sealed       BYTEA NOT NULL
            ) WITHOUT ROWID
            """,
            """
            INSERT INTO identity_next (supporter_id, lookup, key_id, sealed) SELECT supporter_id, lookup, key_id, sealed FROM identity ORDER BY supporter_id
            """,
            "DROP TABLE identity",
            "ALTER TABLE identity_next RENAME TO identity",
            "CREATE INDEX identity_by_key ON identity (key_id)",
        ]
    }
}
