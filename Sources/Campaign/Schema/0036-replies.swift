import Storage

extension Migration {
    /// What officials answered, as it was handed in: words by language, pages as pictures that were made anew. No column says who handed it in,
    /// unless it was somebody of the staff, and there are days in place of moments.
    static let replies = Migration(
        "0036 replies",
        """
        CREATE TABLE reply (
            id            TEXT PRIMARY KEY,
            action_id     TEXT NOT NULL REFERENCES action (id) ON DELETE CASCADE,
            section       TEXT NOT NULL REFERENCES section (code),
            token_hash    TEXT NOT NULL UNIQUE CHECK (length(token_hash) = 64),
            state         TEXT NOT NULL CHECK (state IN ('waiting', 'published', 'kept', 'refused')),
            is_shared     BOOLEAN NOT NULL,
            office        TEXT NOT NULL,
            language      TEXT,
            received_on   TEXT,
            revision      BIGINT NOT NULL,
            handed_on     TEXT NOT NULL,
            entered_by    TEXT,
            decided_by    TEXT,
            decided_on    TEXT,
            look_again_on TEXT,
            CHECK (state = 'waiting' OR (decided_by IS NOT NULL AND decided_on IS NOT NULL))
        )
        """,
        "CREATE INDEX reply_by_action ON reply (action_id, state)",
        "CREATE INDEX reply_by_section ON reply (section, state)",
        """
        CREATE TABLE reply_text (
            reply_id TEXT NOT NULL REFERENCES reply (id) ON DELETE CASCADE,
            language TEXT NOT NULL,
            words    TEXT NOT NULL CHECK (length(words) > 0),
            PRIMARY KEY (reply_id, language)
        )
        """,
        """
        CREATE TABLE reply_page (
            reply_id TEXT NOT NULL REFERENCES reply (id) ON DELETE CASCADE,
            position BIGINT NOT NULL,
            picture  BYTEA NOT NULL,
            width    BIGINT NOT NULL,
            height   BIGINT NOT NULL,
            hidden   TEXT NOT NULL,
            PRIMARY KEY (reply_id, position)
        )
        """
    )
}
