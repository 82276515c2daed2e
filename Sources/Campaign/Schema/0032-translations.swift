import Storage

extension Migration {
    /// Each language of an output as its translator works on it: a piece beside the words it was made from, who translated, who checked.
    static let translations = Migration(
        "0032 translations",
        """
        CREATE TABLE translation (
            output_id       TEXT NOT NULL REFERENCES output (id) ON DELETE CASCADE,
            language        TEXT NOT NULL,
            source_language TEXT NOT NULL CHECK (source_language <> language),
            translated_by   TEXT NOT NULL,
            translated_at   TEXT NOT NULL,
            checked_by      TEXT CHECK (checked_by <> translated_by),
            checked_at      TEXT,
            PRIMARY KEY (output_id, language),
            CHECK ((checked_by IS NULL) = (checked_at IS NULL))
        )
        """,
        """
        CREATE TABLE translation_piece (
            output_id       TEXT NOT NULL,
            language        TEXT NOT NULL,
            piece           TEXT NOT NULL,
            source_language TEXT NOT NULL,
            source          TEXT NOT NULL,
            source_hash     TEXT NOT NULL,
            target          TEXT NOT NULL,
            note            TEXT NOT NULL,
            by_member       TEXT NOT NULL,
            at              TEXT NOT NULL,
            PRIMARY KEY (output_id, language, piece),
            FOREIGN KEY (output_id, language) REFERENCES translation (output_id, language) ON DELETE CASCADE
        )
        """,
        "CREATE INDEX translation_piece_by_source ON translation_piece (source_language, language, source_hash)",
        "CREATE INDEX translation_piece_by_time ON translation_piece (source_language, language, at)"
    )
}
