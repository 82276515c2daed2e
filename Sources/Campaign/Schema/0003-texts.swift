import Storage

extension Migration {
    /// An output's words, language by language.
    static let texts = Migration(
        "0003 texts",
        """
        CREATE TABLE text (
            output_id  TEXT NOT NULL REFERENCES output (id) ON DELETE CASCADE,
            language   TEXT NOT NULL,
            headline   TEXT,
            lead       TEXT,
            call       TEXT,
            background TEXT,
            demands    TEXT NOT NULL,
            PRIMARY KEY (output_id, language)
        )
        """,
        """
        CREATE TABLE model_letter (
            output_id TEXT NOT NULL REFERENCES output (id) ON DELETE CASCADE,
            language  TEXT NOT NULL,
            greeting  TEXT,
            body      TEXT NOT NULL CHECK (length(body) > 0),
            closing   TEXT,
            PRIMARY KEY (output_id, language)
        )
        """,
        """
        CREATE TABLE social_post (
            output_id TEXT NOT NULL REFERENCES output (id) ON DELETE CASCADE,
            position  BIGINT NOT NULL,
            words     TEXT NOT NULL CHECK (length(words) > 0),
            PRIMARY KEY (output_id, position)
        )
        """
    )
}
