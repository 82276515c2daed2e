import Storage

extension Migration {
    /// Supporters, and apart from them who they are. No row says in clear whom an address belongs to: an identity is sealed with a key that
    /// lies outside the database and is found by a keyed hash; without the key a copy of all of it names nobody.
    static let supporters = Migration(
        "0013 supporters",
        """
        CREATE TABLE supporter (
            id            TEXT PRIMARY KEY,
            section       TEXT NOT NULL REFERENCES section (code),
            state         TEXT NOT NULL CHECK (state IN ('unconfirmed', 'confirmed')),
            language      TEXT NOT NULL,
            pace          TEXT NOT NULL CHECK (pace IN ('at_once', 'daily', 'weekly', 'twice_a_month', 'monthly', 'none')),
            same_day      BOOLEAN NOT NULL,
            network       TEXT NOT NULL CHECK (network IN ('person', 'group')),
            keeps_history BOOLEAN NOT NULL,
            time_zone     TEXT NOT NULL,
            paused_until  TEXT,
            soft_bounces  BIGINT NOT NULL,
            created_at    TEXT NOT NULL,
            confirmed_at  TEXT,
            active_on     TEXT NOT NULL,
            asked_on      TEXT
        )
        """,
        "CREATE INDEX supporter_by_section ON supporter (section, state, id)",
        // Which languages, countries, regions, topics and ways of writing somebody chose; none of a kind means all of it.
        """
        CREATE TABLE supporter_choice (
            supporter_id TEXT NOT NULL REFERENCES supporter (id) ON DELETE CASCADE,
            kind         TEXT NOT NULL CHECK (kind IN ('language', 'country', 'region', 'topic', 'channel')),
            value        TEXT NOT NULL,
            PRIMARY KEY (supporter_id, kind, value)
        )
        """,
        """
        CREATE TABLE identity (
            supporter_id TEXT PRIMARY KEY REFERENCES supporter (id) ON DELETE CASCADE,
            lookup       TEXT NOT NULL UNIQUE,
            key_id       TEXT NOT NULL,
            sealed       BYTEA NOT NULL
        )
        """,
        "CREATE INDEX identity_by_key ON identity (key_id)",
        // `since` is a day: a moment could be laid beside the moment of a report.
        """
        CREATE TABLE follow (
            supporter_id TEXT NOT NULL REFERENCES supporter (id) ON DELETE CASCADE,
            action_id    TEXT NOT NULL REFERENCES action (id) ON DELETE CASCADE,
            only_outcome BOOLEAN NOT NULL,
            since        TEXT NOT NULL,
            PRIMARY KEY (supporter_id, action_id)
        )
        """,
        "CREATE INDEX follow_by_action ON follow (action_id, supporter_id)",
        // Only of those who switched their history on.
        """
        CREATE TABLE supporter_report (
            supporter_id TEXT NOT NULL REFERENCES supporter (id) ON DELETE CASCADE,
            report_id    TEXT NOT NULL REFERENCES report (id),
            PRIMARY KEY (supporter_id, report_id)
        )
        """,
        // A link that was mailed: used once, for a while. Only its hash is kept.
        """
        CREATE TABLE mailed_link (
            token_hash   TEXT PRIMARY KEY,
            purpose      TEXT NOT NULL CHECK (purpose IN ('confirm', 'sign_in', 'new_address', 'stay')),
            supporter_id TEXT NOT NULL REFERENCES supporter (id) ON DELETE CASCADE,
            code_hash    TEXT,
            attempts     BIGINT NOT NULL,
            lookup       TEXT,
            key_id       TEXT,
            sealed       BYTEA,
            sent_at      TEXT NOT NULL,
            expires_at   TEXT NOT NULL,
            used_at      TEXT
        )
        """,
        "CREATE INDEX mailed_link_by_supporter ON mailed_link (supporter_id, purpose, sent_at)",
        "CREATE INDEX mailed_link_by_age ON mailed_link (expires_at)",
        """
        CREATE TABLE supporter_session (
            token_hash   TEXT PRIMARY KEY,
            supporter_id TEXT NOT NULL REFERENCES supporter (id) ON DELETE CASCADE,
            started_at   TEXT NOT NULL,
            expires_at   TEXT NOT NULL
        )
        """,
        "CREATE INDEX supporter_session_by_supporter ON supporter_session (supporter_id)",
        // Who is not to be mailed, as a keyed hash of the address and nothing more: it outlives the supporter.
        """
        CREATE TABLE suppression (
            lookup  TEXT PRIMARY KEY,
            section TEXT NOT NULL REFERENCES section (code),
            reason  TEXT NOT NULL CHECK (reason IN ('unsubscribed', 'bounced', 'complained', 'erased', 'staff')),
            detail  TEXT NOT NULL,
            at      TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE action_topic (
            action_id TEXT NOT NULL REFERENCES action (id) ON DELETE CASCADE,
            topic     TEXT NOT NULL,
            PRIMARY KEY (action_id, topic)
        )
        """
    )
}
