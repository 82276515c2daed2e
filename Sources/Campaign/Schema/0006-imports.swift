import Storage

extension Migration {
    /// Where each fact came from: the documents read, and what was uncertain or in conflict when they were.
    static let imports = Migration(
        "0006 imports",
        """
        CREATE TABLE document (
            sha256      TEXT PRIMARY KEY CHECK (length(sha256) = 64),
            name        TEXT NOT NULL,
            section     TEXT NOT NULL REFERENCES section (code),
            language    TEXT,
            output_id   TEXT NOT NULL REFERENCES output (id) ON DELETE CASCADE,
            imported_at TEXT NOT NULL,
            imported_by TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE finding (
            sha256     TEXT NOT NULL REFERENCES document (sha256) ON DELETE CASCADE,
            position   BIGINT NOT NULL,
            field      TEXT NOT NULL,
            found      TEXT,
            line       BIGINT,
            confidence DOUBLE PRECISION NOT NULL CHECK (confidence BETWEEN 0 AND 1),
            note       TEXT NOT NULL,
            PRIMARY KEY (sha256, position)
        )
        """
    )
}
