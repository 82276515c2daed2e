import Storage

extension Migration {
    /// Beside an output that is not published yet: how far its writing is, and every version of it. What is written are the output's own rows;
    /// a version holds their whole content as fields, so that it can be compared and taken up again.
    static let manuscripts = Migration(
        "0021 manuscripts",
        """
        CREATE TABLE manuscript (
            output_id         TEXT PRIMARY KEY REFERENCES output (id) ON DELETE CASCADE,
            section           TEXT NOT NULL REFERENCES section (code),
            state             TEXT NOT NULL CHECK (state IN ('draft', 'review', 'approved', 'scheduled', 'cancelled')),
            revision          BIGINT NOT NULL CHECK (revision >= 1),
            written_by        TEXT NOT NULL,
            written_at        TEXT NOT NULL,
            approved_by       TEXT,
            approved_at       TEXT,
            approved_revision BIGINT NOT NULL CHECK (approved_revision BETWEEN 0 AND revision),
            is_emergency      BOOLEAN NOT NULL,
            scheduled_for     TEXT,
            embargo_until     TEXT,
            reason            TEXT,
            held_by           TEXT,
            held_since        TEXT,
            held_until        TEXT,
            CHECK (state NOT IN ('approved', 'scheduled') OR (approved_by IS NOT NULL AND approved_revision = revision)),
            CHECK (state <> 'scheduled' OR scheduled_for IS NOT NULL),
            CHECK (state <> 'cancelled' OR reason IS NOT NULL)
        )
        """,
        "CREATE INDEX manuscript_by_state ON manuscript (state, section)",
        // The salt makes the hashes in the log say nothing once the version is erased.
        """
        CREATE TABLE manuscript_version (
            output_id TEXT NOT NULL REFERENCES manuscript (output_id) ON DELETE CASCADE,
            revision  BIGINT NOT NULL CHECK (revision >= 1),
            by_name   TEXT NOT NULL,
            at        TEXT NOT NULL,
            salt      TEXT NOT NULL,
            content   TEXT NOT NULL,
            PRIMARY KEY (output_id, revision)
        )
        """
    )
}
