import Storage

extension Migration {
    /// Cases that are written for together for some weeks, and what is known of the groups that come back from it: where they are, and whether
    /// they are a school.
    static let collections = Migration(
        "0035 collections",
        """
        CREATE TABLE collection (
            id          TEXT PRIMARY KEY,
            section     TEXT NOT NULL REFERENCES section (code),
            slug        TEXT NOT NULL CHECK (length(slug) BETWEEN 3 AND 60),
            starts_on   TEXT NOT NULL,
            ends_on     TEXT NOT NULL,
            late_days   BIGINT NOT NULL CHECK (late_days BETWEEN 0 AND 365),
            for_schools BOOLEAN NOT NULL,
            is_public   BOOLEAN NOT NULL,
            created_at  TEXT NOT NULL,
            UNIQUE (section, slug),
            CHECK (ends_on >= starts_on)
        )
        """,
        """
        CREATE TABLE collection_text (
            collection_id TEXT NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
            language      TEXT NOT NULL,
            title         TEXT NOT NULL CHECK (length(title) > 0),
            words         TEXT NOT NULL,
            PRIMARY KEY (collection_id, language)
        )
        """,
        """
        CREATE TABLE collection_case (
            collection_id TEXT NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
            action_id     TEXT NOT NULL REFERENCES action (id) ON DELETE CASCADE,
            position      BIGINT NOT NULL,
            PRIMARY KEY (collection_id, action_id)
        )
        """,
        "ALTER TABLE writing_group ADD COLUMN place TEXT",
        "ALTER TABLE writing_group ADD COLUMN is_school BOOLEAN NOT NULL DEFAULT FALSE"
    )
}
