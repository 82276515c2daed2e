import Storage

extension Migration {
    /// The case, its outputs, the people at risk; a withdrawal is a row of its own, not a flag.
    static let actions = Migration(
        "0002 actions",
        """
        CREATE TABLE action (
            id            TEXT PRIMARY KEY,
            series        TEXT NOT NULL CHECK (series IN ('UA', 'EX', 'MA', 'NSA')),
            serial        BIGINT NOT NULL CHECK (serial > 0),
            year          BIGINT NOT NULL CHECK (year BETWEEN 1973 AND 2072),
            invented      BOOLEAN NOT NULL,
            archive_year  BIGINT NOT NULL,
            archive_month BIGINT CHECK (archive_month BETWEEN 1 AND 12),
            revision      BIGINT NOT NULL,
            created_at    TEXT NOT NULL,
            UNIQUE (series, serial, year)
        )
        """,
        "CREATE INDEX action_by_archive ON action (archive_year, archive_month)",
        """
        CREATE TABLE action_country (
            action_id TEXT NOT NULL REFERENCES action (id) ON DELETE CASCADE,
            country   TEXT NOT NULL CHECK (length(country) = 2),
            PRIMARY KEY (action_id, country)
        )
        """,
        """
        CREATE TABLE subject (
            id        TEXT PRIMARY KEY,
            action_id TEXT NOT NULL REFERENCES action (id) ON DELETE CASCADE,
            position  BIGINT NOT NULL,
            name      TEXT NOT NULL CHECK (length(name) > 0),
            pronouns  TEXT
        )
        """,
        "CREATE INDEX subject_by_action ON subject (action_id, position)",
        """
        CREATE TABLE withdrawal (
            action_id TEXT PRIMARY KEY REFERENCES action (id) ON DELETE CASCADE,
            reason    TEXT NOT NULL CHECK (length(reason) > 0),
            by_name   TEXT NOT NULL,
            at        TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE output (
            id                   TEXT PRIMARY KEY,
            action_id            TEXT NOT NULL REFERENCES action (id) ON DELETE CASCADE,
            ordinal              BIGINT NOT NULL CHECK (ordinal >= 1),
            kind                 TEXT NOT NULL CHECK (kind IN
                                 ('first', 'update', 'outcome', 'correction', 'information', 'withdrawal')),
            is_final             BOOLEAN NOT NULL,
            index_code           TEXT,
            issued_on            TEXT,
            act_until            TEXT,
            ended_on             TEXT,
            end_reason           TEXT CHECK (end_reason IN ('deadline_passed', 'success', 'partial_success', 'bad_outcome',
                                 'superseded', 'withdrawn_for_safety', 'error')),
            outcome              TEXT CHECK (outcome IN ('released', 'released_on_conditions', 'charges_dropped',
                                 'sentence_commuted', 'stay_of_execution', 'executed', 'died', 'whereabouts_established',
                                 'medical_care_given', 'protection_given', 'decision_changed', 'no_change', 'unknown')),
            event_on             TEXT,
            preferred_languages  TEXT NOT NULL,
            own_language_welcome BOOLEAN,
            previous_link        TEXT,
            published_at         TEXT,
            published_by         TEXT,
            UNIQUE (action_id, ordinal),
            CHECK (published_at IS NULL OR published_by IS NOT NULL)
        )
        """,
        "CREATE INDEX output_by_index_code ON output (index_code)",
        "CREATE INDEX output_by_deadline ON output (act_until)"
    )
}
