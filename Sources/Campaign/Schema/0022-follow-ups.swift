import Storage

extension Migration {
    /// What is said about an output besides its text: how it ended, what of an earlier one was wrong. And the audience it is for: an output
    /// that is not for everybody cannot be published, whoever tries.
    static let followUps = Migration(
        "0022 follow-ups",
        """
        CREATE TABLE output_note (
            output_id TEXT NOT NULL REFERENCES output (id) ON DELETE CASCADE,
            kind      TEXT NOT NULL CHECK (kind IN ('outcome', 'correction')),
            language  TEXT NOT NULL,
            words     TEXT NOT NULL CHECK (length(words) > 0),
            PRIMARY KEY (output_id, kind, language)
        )
        """,
        "ALTER TABLE output ADD COLUMN corrects TEXT REFERENCES output (id) ON DELETE SET NULL",
        """
        ALTER TABLE output ADD COLUMN audience TEXT NOT NULL DEFAULT 'public'
            CHECK (audience IN ('internal', 'members', 'public') AND (audience = 'public' OR published_at IS NULL))
        """
    )
}
