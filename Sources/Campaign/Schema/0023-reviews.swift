import Storage

extension Migration {
    /// Documents that were pasted or uploaded at the desk and wait for a person's decision; what was decided leaves its hash here and no word.
    static let reviews = Migration(
        "0023 reviews",
        """
        CREATE TABLE review (
            id         TEXT PRIMARY KEY,
            section    TEXT NOT NULL REFERENCES section (code),
            name       TEXT NOT NULL,
            sha256     TEXT NOT NULL CHECK (length(sha256) = 64),
            state      TEXT NOT NULL CHECK (state IN ('waiting', 'reading', 'read', 'refused', 'accepted', 'declined')),
            content    BYTEA,
            source     TEXT,
            reading    TEXT,
            draft      TEXT,
            settled    TEXT NOT NULL,
            trouble    TEXT,
            output_id  TEXT REFERENCES output (id) ON DELETE SET NULL,
            revision   BIGINT NOT NULL,
            taken_at   TEXT NOT NULL,
            taken_by   TEXT NOT NULL,
            decided_at TEXT,
            decided_by TEXT,
            CHECK (state NOT IN ('refused', 'accepted', 'declined')
                   OR (content IS NULL AND source IS NULL AND reading IS NULL AND draft IS NULL)),
            CHECK (state NOT IN ('accepted', 'declined') OR (decided_at IS NOT NULL AND decided_by IS NOT NULL AND name = ''))
        )
        """,
        "CREATE INDEX review_by_section ON review (section, state, taken_at)",
        "CREATE INDEX review_by_hash ON review (sha256)"
    )
}
