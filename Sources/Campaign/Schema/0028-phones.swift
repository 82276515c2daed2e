import Storage

extension Migration {
    /// Numbers for text messages: beside their supporter, sealed and found by a keyed hash, as an address is.
    static let phones = Migration(
        "0028 phones",
        """
        CREATE TABLE phone (
            supporter_id TEXT PRIMARY KEY REFERENCES supporter (id) ON DELETE CASCADE,
            lookup       TEXT NOT NULL UNIQUE,
            key_id       TEXT NOT NULL,
            sealed       BYTEA NOT NULL,
            since        TEXT NOT NULL
        )
        """,
        "CREATE INDEX phone_by_key ON phone (key_id)",
        // A number that nobody confirmed yet. Without a code hash it waits for the address to be confirmed first.
        """
        CREATE TABLE phone_code (
            token_hash   TEXT PRIMARY KEY,
            supporter_id TEXT NOT NULL REFERENCES supporter (id) ON DELETE CASCADE,
            lookup       TEXT NOT NULL,
            key_id       TEXT NOT NULL,
            sealed       BYTEA NOT NULL,
            code_hash    TEXT,
            attempts     BIGINT NOT NULL,
            sent_at      TEXT NOT NULL,
            expires_at   TEXT NOT NULL
        )
        """,
        "CREATE INDEX phone_code_by_supporter ON phone_code (supporter_id)",
        "CREATE INDEX phone_code_by_lookup ON phone_code (lookup)",
        // Beside the delivery of the alert itself: a text message comes on top of the mail.
        """
        CREATE TABLE text_delivery (
            alert_id     TEXT NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
            supporter_id TEXT NOT NULL REFERENCES supporter (id) ON DELETE CASCADE,
            state        TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'skipped', 'gave_up')),
            attempts     BIGINT NOT NULL,
            due_at       TEXT NOT NULL,
            claimed_by   TEXT,
            reason       TEXT,
            PRIMARY KEY (alert_id, supporter_id)
        )
        """,
        "CREATE INDEX text_delivery_by_turn ON text_delivery (state, due_at)",
        "CREATE INDEX text_delivery_by_supporter ON text_delivery (supporter_id)"
    )
}
