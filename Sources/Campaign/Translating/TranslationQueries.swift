import Documents
import Storage

extension Connection {
    func translationRow(of output: Output.ID, in language: Language) throws -> TranslationRow? {
        try row("SELECT * FROM translation WHERE output_id = \(output) AND language = \(language)").map(TranslationRow.init)
    }

    func translationLanguages(of output: Output.ID) throws -> [Language] {
        try rows("SELECT language FROM translation WHERE output_id = \(output) ORDER BY language").map { try $0("language") }
    }

    func storedPieces(of output: Output.ID, in language: Language) throws -> [StoredPiece] {
        try rows("SELECT * FROM translation_piece WHERE output_id = \(output) AND language = \(language) ORDER BY piece").map { row in
            StoredPiece(
                id: try row("piece"), source: try row("source"), target: try row("target"), note: try row("note"), by: try row("by_member"))
        }
    }

    /// Notes who translated; what was checked before is to be checked again.
    func noteTranslated(_ output: Output.ID, from source: Language, into language: Language, by member: String, at now: Instant) throws {
        try execute(
            """
            INSERT INTO translation (output_id, language, source_language, translated_by, translated_at)
            VALUES (\(output), \(language), \(source), \(member), \(now))
            ON CONFLICT (output_id, language) DO UPDATE SET source_language = excluded.source_language, translated_by = excluded.translated_by,
                translated_at = excluded.translated_at, checked_by = NULL, checked_at = NULL
            """
        )
    }

    func noteChecked(_ output: Output.ID, in language: Language, by member: String, at now: Instant) throws {
        try execute("UPDATE translation SET checked_by = \(member), checked_at = \(now) WHERE output_id = \(output) AND language = \(language)")
    }

    /// Those of one section stay when another translates: each sees the pieces of its own words only.
    func replacePieces(
        _ pieces: [StoredPiece], groups: Set<String>, of output: Output.ID, from source: Language, into language: Language, at now: Instant
    ) throws {
        for stored in try storedPieces(of: output, in: language) where groups.contains(stored.group) {
            try execute("DELETE FROM translation_piece WHERE output_id = \(output) AND language = \(language) AND piece = \(stored.id)")
        }
        for piece in pieces {
            try execute(
                """
                INSERT INTO translation_piece (output_id, language, piece, source_language, source, source_hash, target, note, by_member, at)
                VALUES (\(output), \(language), \(piece.id), \(source), \(piece.source), \(Digest.sha256(piece.source)), \(piece.target), \(piece.note),
                    \(piece.by), \(now))
                """
            )
        }
    }

    /// What was translated before between the languages: all of the same words, and of others the latest. Nothing of an action that was
    /// withdrawn, and nothing that another section has not published.
    func translationMemory(_ pieces: [Piece], besides output: Output.ID, from source: Language, into language: Language, for section: Section.Code)
        throws
        -> TranslationMemory
    {
        let known: SQL = """
            FROM translation_piece p JOIN output o ON o.id = p.output_id
            WHERE p.source_language = \(source) AND p.language = \(language) AND p.target <> '' AND p.source <> '' AND p.output_id <> \(output)
              AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.action_id = o.action_id)
              AND (o.published_at IS NOT NULL OR EXISTS (SELECT 1 FROM edition e WHERE e.output_id = o.id AND e.section = \(section)))
            """
        let hashes = pieces.map { Digest.sha256($0.words) }
        let same: SQL = hashes.isEmpty ? "1 = 0" : "p.source_hash IN \(SQL.list(hashes))"
        let exact = try rows("SELECT p.source, p.target \(known) AND \(same) ORDER BY p.at DESC LIMIT 200")
        let latest = try rows("SELECT p.source, p.target \(known) ORDER BY p.at DESC LIMIT 600")
        return TranslationMemory(entries: try (exact + latest).map { TranslationMemory.Entry(try $0("source"), try $0("target")) })
    }

    /// Outputs that letters may still be written for, with languages that were translated; of a section's desk.
    func openTranslations(for section: Section.Code, since day: Day, limit: Int) throws -> [(reference: Reference, ordinal: Int, language: Language)]
    {
        let shown: SQL =
            section == .international
            ? "1 = 1" : "EXISTS (SELECT 1 FROM edition e WHERE e.output_id = o.id AND e.section IN (\(section), \(Section.Code.international)))"
        return try rows(
            """
            SELECT a.series, a.serial, a.year, o.ordinal, t.language FROM translation t JOIN output o ON o.id = t.output_id
            JOIN action a ON a.id = o.action_id
            WHERE (o.published_at IS NULL OR o.act_until >= \(day)) AND \(shown)
              AND NOT EXISTS (SELECT 1 FROM output n WHERE n.action_id = a.id AND n.ordinal > o.ordinal)
              AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.action_id = a.id)
            ORDER BY t.translated_at DESC LIMIT \(limit)
            """
        ).map { row in (try Reference(row), try row("ordinal"), try row("language")) }
    }
}

extension TranslationRow {
    fileprivate init(_ row: Row) throws {
        self.init(
            source: try row("source_language"), translatedBy: try row("translated_by"), translatedAt: try row("translated_at"),
            checkedBy: try row("checked_by"), checkedAt: try row("checked_at"))
    }
}
