import Storage

extension Migration {
    /// What other programs are known by, and what they were answered within the last day, so that asking twice does once.
    static let programKeys = Migration(
        "0038 program keys",
        """
        CREATE TABLE program_key (
            id           TEXT PRIMARY KEY,
            section      TEXT NOT NULL REFERENCES section (code),
            name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
            key_hash     TEXT NOT NULL UNIQUE,
            scopes       TEXT NOT NULL CHECK (length(scopes) > 0),
            made_by      TEXT NOT NULL,
            made_at      TEXT NOT NULL,
            last_used_on TEXT,
            revoked_at   TEXT
        )
        """,
        """
        CREATE TABLE program_answer (
            key_id       TEXT NOT NULL REFERENCES program_key (id) ON DELETE CASCADE,
            name_hash    TEXT NOT NULL,
            content_hash TEXT NOT NULL,
            status       BIGINT,
            body         TEXT,
            at           TEXT NOT NULL,
            PRIMARY KEY (key_id, name_hash),
            CHECK ((status IS NULL) = (body IS NULL))
        )
        """,
        "CREATE INDEX program_answer_by_time ON program_answer (at)"
    )
}
