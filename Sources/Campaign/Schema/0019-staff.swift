import Storage

extension Migration {
    /// Who may come to the desk, as what, and by what they are told. The phone's secret is sealed like an address; the rest are hashes.
    static let staff = Migration(
        "0019 staff",
        """
        CREATE TABLE staff (
            id              TEXT PRIMARY KEY,
            login           TEXT NOT NULL UNIQUE,
            name            TEXT NOT NULL CHECK (length(name) > 0),
            state           TEXT NOT NULL CHECK (state IN ('invited', 'active', 'ended')),
            language        TEXT NOT NULL,
            invitation_hash TEXT UNIQUE,
            invited_until   TEXT,
            password_hash   TEXT,
            key_id          TEXT,
            sealed          BYTEA,
            last_step       BIGINT,
            wrong_attempts  BIGINT NOT NULL,
            wrong_at        TEXT,
            created_at      TEXT NOT NULL,
            CHECK (state <> 'active' OR (password_hash IS NOT NULL AND sealed IS NOT NULL))
        )
        """,
        """
        CREATE TABLE staff_role (
            staff_id TEXT NOT NULL REFERENCES staff (id),
            section  TEXT NOT NULL REFERENCES section (code),
            role     TEXT NOT NULL CHECK (role IN ('editor', 'approver', 'coordinator', 'admin')),
            PRIMARY KEY (staff_id, section, role)
        )
        """,
        """
        CREATE TABLE staff_recovery (
            staff_id  TEXT NOT NULL REFERENCES staff (id),
            code_hash TEXT NOT NULL,
            PRIMARY KEY (staff_id, code_hash)
        )
        """,
        """
        CREATE TABLE staff_session (
            token_hash TEXT PRIMARY KEY,
            staff_id   TEXT NOT NULL REFERENCES staff (id),
            browser    TEXT NOT NULL,
            started_at TEXT NOT NULL,
            seen_at    TEXT NOT NULL,
            proved_at  TEXT NOT NULL,
            expires_at TEXT NOT NULL
        )
        """,
        "CREATE INDEX staff_session_by_staff ON staff_session (staff_id)",
        // Each event is bound to the one before it, so that none can be changed or taken out unseen.
        """
        CREATE TABLE event_link (
            seq      BIGINT PRIMARY KEY,
            event_id TEXT NOT NULL UNIQUE REFERENCES event (id),
            hash     TEXT NOT NULL
        )
        """
    )
}
