import Storage

extension Migration {
    /// Other servers: those we follow and those that follow us, with their keys; what came from whom; what each counted.
    static let partners = Migration(
        "0041 partners",
        """
        CREATE TABLE partner (
            id          TEXT PRIMARY KEY,
            address     TEXT NOT NULL UNIQUE CHECK (address LIKE 'https://%'),
            name        TEXT NOT NULL,
            we_follow   BOOLEAN NOT NULL,
            follows_us  BOOLEAN NOT NULL,
            taken_seq   BIGINT NOT NULL,
            given_seq   BIGINT NOT NULL,
            told_seq    BIGINT NOT NULL,
            due_at      TEXT,
            looked_at   TEXT,
            contact_at  TEXT,
            failed_at   TEXT,
            failure     TEXT,
            left_out    TEXT CHECK (left_out IN ('late', 'key', 'ended')),
            made_by     TEXT NOT NULL,
            made_at     TEXT NOT NULL,
            ended_at    TEXT
        )
        """,
        // A key is of one server alone, so that nobody counts under two names. One that is not accepted proves nothing yet.
        """
        CREATE TABLE partner_key (
            key_id      TEXT PRIMARY KEY,
            partner_id  TEXT NOT NULL REFERENCES partner (id) ON DELETE CASCADE,
            public_key  TEXT NOT NULL,
            made_at     TEXT NOT NULL,
            retired_at  TEXT,
            accepted_at TEXT
        )
        """,
        "CREATE INDEX partner_key_by_partner ON partner_key (partner_id)",
        """
        CREATE TABLE partner_nonce (
            partner_id TEXT NOT NULL REFERENCES partner (id) ON DELETE CASCADE,
            nonce_hash TEXT NOT NULL,
            at         TEXT NOT NULL,
            PRIMARY KEY (partner_id, nonce_hash)
        )
        """,
        "CREATE INDEX partner_nonce_by_time ON partner_nonce (at)",
        // What came from a server we follow: which of its outputs and languages are here, or why it was not taken; what we told of it last.
        """
        CREATE TABLE followed (
            partner_id TEXT NOT NULL REFERENCES partner (id),
            reference  TEXT NOT NULL,
            action_id  TEXT UNIQUE REFERENCES action (id) ON DELETE CASCADE,
            seq        BIGINT NOT NULL,
            hash       TEXT NOT NULL,
            brought    TEXT NOT NULL,
            refusal    TEXT,
            told_seq   BIGINT NOT NULL,
            told_hash  TEXT,
            PRIMARY KEY (partner_id, reference)
        )
        """,
        // What a server that follows us counted, with its signature: the tally that counts, and one that is held until somebody looked. `base` is
        // what counted at `base_at`, a day ago at most, from which a step is measured.
        """
        CREATE TABLE partner_tally (
            partner_id  TEXT NOT NULL REFERENCES partner (id),
            action_id   TEXT NOT NULL REFERENCES action (id) ON DELETE CASCADE,
            state       TEXT NOT NULL CHECK (state IN ('counted', 'held')),
            seq         BIGINT NOT NULL,
            appeals     BIGINT NOT NULL CHECK (appeals >= 0),
            message     TEXT NOT NULL,
            authority   TEXT NOT NULL,
            input       TEXT NOT NULL,
            signature   TEXT NOT NULL,
            at          TEXT NOT NULL,
            base        BIGINT NOT NULL,
            base_at     TEXT NOT NULL,
            PRIMARY KEY (partner_id, action_id, state)
        )
        """,
        "CREATE INDEX partner_tally_by_action ON partner_tally (action_id)",
        """
        CREATE TABLE partner_figure (
            partner_id TEXT NOT NULL REFERENCES partner (id),
            output_id  TEXT NOT NULL REFERENCES output (id) ON DELETE CASCADE,
            channel    TEXT NOT NULL CHECK (channel IN ('post', 'email', 'fax', 'phone', 'x', 'bluesky', 'mastodon', 'instagram', 'facebook',
                       'contact_form', 'petition', 'solidarity', 'other')),
            appeals    BIGINT NOT NULL CHECK (appeals > 0),
            PRIMARY KEY (partner_id, output_id, channel)
        )
        """,
        "CREATE INDEX partner_figure_by_output ON partner_figure (output_id)"
    )
}
