import Storage

extension Migration {
    /// Who publishes: organisations with a host name, languages and rules of their own.
    static let sections = Migration(
        "0001 sections",
        """
        CREATE TABLE section (
            code            TEXT PRIMARY KEY CHECK (length(code) > 0),
            position        BIGINT NOT NULL,
            name            TEXT NOT NULL CHECK (length(name) > 0),
            host            TEXT NOT NULL UNIQUE CHECK (length(host) > 0),
            country         TEXT,
            languages       TEXT NOT NULL CHECK (length(languages) > 0),
            time_zone       TEXT NOT NULL,
            reference_style TEXT NOT NULL CHECK (reference_style IN ('slash', 'dot', 'padded')),
            threshold       BIGINT NOT NULL CHECK (threshold >= 0),
            late_days       BIGINT NOT NULL CHECK (late_days >= 0),
            contact_email   TEXT,
            contact_post    TEXT NOT NULL,
            embassy_cities  TEXT NOT NULL,
            postal_words    TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE section_words (
            section         TEXT NOT NULL REFERENCES section (code) ON DELETE CASCADE,
            language        TEXT NOT NULL,
            instructions    TEXT NOT NULL,
            postal_note     TEXT,
            reporting_words TEXT,
            PRIMARY KEY (section, language)
        )
        """
    )
}
