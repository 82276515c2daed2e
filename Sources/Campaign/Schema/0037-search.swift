import Storage

extension Migration {
    /// What actions are found by. `search_entry` has a row for each output whose words were ever put in; the words themselves stand where each
    /// engine looks for them. `version` grows with every change, in the order of the commits, so that whoever knows the index at one version
    /// asks only for what came after.
    ///
    /// The names of people are kept a second time, word by word, with the threes of their letters: for those who write them otherwise.
    static let search = Migration("0037 search") { dialect in
        let words: [SQL] =
            switch dialect {
            case .sqlite:
                [
                    // the words come finished: between them stands a blank, and every other sign is part of one
                    "CREATE VIRTUAL TABLE search_words USING fts5(head, body, detail = 'column', tokenize = 'ascii')"
                ]
            case .postgres:
                [
                    "CREATE TABLE search_words (number BIGINT PRIMARY KEY, head TSVECTOR NOT NULL, words TSVECTOR NOT NULL)",
                    "CREATE INDEX search_words_by_head ON search_words USING gin (head)",
                    "CREATE INDEX search_words_by_word ON search_words USING gin (words)",
                ]
            }
        return words + [
            """
            CREATE TABLE search_entry (
                number    BIGINT NOT NULL PRIMARY KEY CHECK (number > 0),
                output_id TEXT NOT NULL UNIQUE REFERENCES output (id) ON DELETE CASCADE,
                action_id TEXT NOT NULL REFERENCES action (id) ON DELETE CASCADE,
                version   BIGINT NOT NULL,
                hash      TEXT NOT NULL
            )
            """,
            "CREATE INDEX search_entry_by_action ON search_entry (action_id)",
            "CREATE INDEX search_entry_by_version ON search_entry (version)",
            "CREATE TABLE search_version (id BIGINT PRIMARY KEY CHECK (id = 1), version BIGINT NOT NULL, last_number BIGINT NOT NULL)",
            "INSERT INTO search_version (id, version, last_number) VALUES (1, 0, 0)",
            """
            CREATE TABLE search_language (language TEXT PRIMARY KEY)
            """,
            """
            CREATE TABLE search_name (
                word      TEXT NOT NULL,
                action_id TEXT NOT NULL REFERENCES action (id) ON DELETE CASCADE,
                PRIMARY KEY (word, action_id)
            )
            """,
            "CREATE INDEX search_name_by_action ON search_name (action_id)",
            "CREATE TABLE search_spelling (word TEXT PRIMARY KEY, sound TEXT NOT NULL)",
            "CREATE INDEX search_spelling_by_sound ON search_spelling (sound)",
            "CREATE TABLE search_trigram (trigram TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (trigram, word))",
        ]
    }
}
