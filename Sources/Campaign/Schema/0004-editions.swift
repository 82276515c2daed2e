import Storage

extension Migration {
    /// How one section publishes an output: whom it addresses and what it tells its readers to do.
    static let editions = Migration(
        "0004 editions",
        """
        CREATE TABLE edition (
            id        TEXT PRIMARY KEY,
            output_id TEXT NOT NULL REFERENCES output (id) ON DELETE CASCADE,
            section   TEXT NOT NULL REFERENCES section (code),
            UNIQUE (output_id, section)
        )
        """,
        """
        CREATE TABLE edition_words (
            edition_id   TEXT NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
            language     TEXT NOT NULL,
            instructions TEXT NOT NULL,
            postal_note  TEXT,
            safety_note  TEXT,
            PRIMARY KEY (edition_id, language)
        )
        """,
        """
        CREATE TABLE download (
            edition_id TEXT NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
            position   BIGINT NOT NULL,
            title      TEXT NOT NULL,
            language   TEXT,
            format     TEXT,
            size       TEXT,
            PRIMARY KEY (edition_id, position)
        )
        """,
        """
        CREATE TABLE addressee (
            id         TEXT PRIMARY KEY,
            edition_id TEXT NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
            position   BIGINT NOT NULL,
            role       TEXT NOT NULL CHECK (role IN ('target', 'copy')),
            name       TEXT,
            office     TEXT,
            salutation TEXT,
            CHECK (name IS NOT NULL OR office IS NOT NULL),
            UNIQUE (edition_id, position)
        )
        """,
        """
        CREATE TABLE contact_point (
            addressee_id TEXT NOT NULL REFERENCES addressee (id) ON DELETE CASCADE,
            position     BIGINT NOT NULL,
            channel      TEXT NOT NULL CHECK (channel IN ('post', 'email', 'fax', 'phone', 'x', 'bluesky', 'mastodon', 'instagram',
                         'facebook', 'contact_form', 'petition', 'solidarity', 'other')),
            place        TEXT,
            checked_on   TEXT,
            PRIMARY KEY (addressee_id, position)
        )
        """
    )
}
