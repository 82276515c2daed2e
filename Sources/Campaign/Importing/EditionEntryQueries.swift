import Documents
import Storage

extension Connection {
    func edition(of output: Output.ID, in section: Section.Code) throws -> Edition.ID? {
        try row("SELECT id FROM edition WHERE output_id = \(output) AND section = \(section)").map { try $0("id") }
    }

    func insertEdition(_ id: Edition.ID, of output: Output.ID, in section: Section.Code) throws {
        try execute("INSERT INTO edition (id, output_id, section) VALUES (\(id), \(output), \(section))")
    }

    func editionWords(of edition: Edition.ID, in language: Language) throws -> EditionWords? {
        try row("SELECT * FROM edition_words WHERE edition_id = \(edition) AND language = \(language)").map(EditionWords.init)
    }

    func replace(_ words: EditionWords, in language: Language, of edition: Edition.ID) throws {
        try execute(
            """
            INSERT INTO edition_words (edition_id, language, instructions, postal_note, safety_note)
            VALUES (\(edition), \(language), \(Lines(words.instructions)), \(words.postalNote), \(words.safetyNote))
            ON CONFLICT (edition_id, language) DO UPDATE SET instructions = excluded.instructions,
                postal_note = excluded.postal_note, safety_note = excluded.safety_note
            """
        )
    }

    func hasDownloads(_ edition: Edition.ID) throws -> Bool {
        try row("SELECT 1 AS one FROM download WHERE edition_id = \(edition)") != nil
    }

    func insert(_ download: Download, into edition: Edition.ID, at position: Int) throws {
        try execute(
            """
            INSERT INTO download (edition_id, position, title, language, format, size)
            VALUES (\(edition), \(position), \(download.title), \(download.language), \(download.format), \(download.size))
            """
        )
    }

    /// Appeals that imported pages have said of this output so far.
    func importedAppeals(of output: Output.ID, in section: Section.Code) throws -> Int {
        try row(
            """
            SELECT CAST(COALESCE(SUM(quantity), 0) AS BIGINT) AS appeals FROM report
            WHERE output_id = \(output) AND section = \(section) AND source = \(ReportSource.import)
            """
        )?("appeals") ?? 0
    }
}
