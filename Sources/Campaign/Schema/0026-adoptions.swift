import Storage

extension Migration {
    /// What each section decided about each output. `seen` is what the international section said when somebody of the section last looked;
    /// no row means that nobody decided yet.
    static let adoptions = Migration(
        "0026 adoptions",
        """
        CREATE TABLE adoption (
            output_id TEXT NOT NULL REFERENCES output (id) ON DELETE CASCADE,
            section   TEXT NOT NULL REFERENCES section (code),
            state     TEXT NOT NULL CHECK (state IN ('adopted', 'adapted', 'declined')),
            reason    TEXT,
            act_until TEXT,
            languages TEXT NOT NULL,
            seen      TEXT NOT NULL,
            seen_at   TEXT NOT NULL,
            revision  BIGINT NOT NULL,
            by_name   TEXT NOT NULL,
            at        TEXT NOT NULL,
            PRIMARY KEY (output_id, section),
            CHECK (state <> 'declined' OR reason IS NOT NULL),
            CHECK (state = 'adapted' OR (act_until IS NULL AND languages = ''))
        )
        """,
        "CREATE INDEX adoption_by_section ON adoption (section, state)",
        "CREATE INDEX adoption_by_day ON adoption (section, act_until)",
        // From when on outputs wait for somebody of the section; empty for a section that shows them at once.
        "ALTER TABLE section ADD COLUMN waits_since TEXT",
        "CREATE INDEX output_by_publication ON output (published_at)",
        // What the desk's list is narrowed by and paged by.
        "CREATE INDEX action_by_number ON action (year, serial, series)",
        "CREATE INDEX action_country_by_country ON action_country (country, action_id)",
        "CREATE INDEX action_topic_by_topic ON action_topic (topic, action_id)"
    )
}
