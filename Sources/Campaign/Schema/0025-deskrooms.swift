import Storage

extension Migration {
    /// Passkeys of staff, and what a section sets at its desk: letters, colours, logo. A setting that has no row is as the program ships it.
    static let deskRooms = Migration(
        "0025 desk rooms",
        """
        CREATE TABLE passkey (
            id              TEXT PRIMARY KEY,
            staff_id        TEXT NOT NULL REFERENCES staff (id),
            host            TEXT NOT NULL CHECK (length(host) > 0),
            name            TEXT NOT NULL CHECK (length(name) > 0),
            credential_hash TEXT NOT NULL UNIQUE,
            credential      BYTEA NOT NULL,
            algorithm       TEXT NOT NULL CHECK (algorithm IN ('es256', 'eddsa')),
            public_key      BYTEA NOT NULL,
            counter         BIGINT NOT NULL CHECK (counter >= 0),
            created_at      TEXT NOT NULL,
            used_at         TEXT,
            fell_back_at    TEXT
        )
        """,
        "CREATE INDEX passkey_by_staff ON passkey (staff_id)",
        // A challenge opens once. Those that were used are kept until they would be over anyway.
        """
        CREATE TABLE passkey_used (
            challenge  TEXT PRIMARY KEY,
            expires_at TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE section_setting (
            section TEXT NOT NULL REFERENCES section (code) ON DELETE CASCADE,
            name    TEXT NOT NULL CHECK (length(name) > 0),
            value   TEXT NOT NULL CHECK (length(value) > 0),
            PRIMARY KEY (section, name)
        )
        """,
        """
        CREATE TABLE section_logo (
            section TEXT PRIMARY KEY REFERENCES section (code) ON DELETE CASCADE,
            hash    TEXT NOT NULL CHECK (length(hash) > 0),
            words   TEXT NOT NULL CHECK (length(words) > 0),
            width   BIGINT NOT NULL CHECK (width > 0),
            height  BIGINT NOT NULL CHECK (height > 0),
            png     BYTEA NOT NULL
        )
        """,
        // Grows with every change at the desk: pages that speak of a setting are made anew.
        "ALTER TABLE section ADD COLUMN revision BIGINT NOT NULL DEFAULT 0"
    )
}
