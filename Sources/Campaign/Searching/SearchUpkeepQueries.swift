import Storage

extension Connection {
    /// Every output keeps its number and has changed, so that nobody takes what he knew of the old index for the new one.
    func clearSearch() throws {
        try deleteAllWords()
        try deleteAllNames()
        try execute("DELETE FROM search_language")
        try execute("UPDATE search_version SET version = version + 1 WHERE id = 1")
        try execute("UPDATE search_entry SET hash = '', version = (SELECT v.version FROM search_version v WHERE v.id = 1)")
    }

    /// Actions with an output that is not in, in the order of their ids; withdrawn ones are not put in.
    func actionsOutsideSearch(after id: Action.ID, limit: Int) throws -> [Action.ID] {
        try rows(
            """
            SELECT DISTINCT o.action_id FROM output o
            WHERE o.action_id > \(id) AND NOT EXISTS (SELECT 1 FROM search_entry s WHERE s.output_id = o.id AND s.hash <> '')
              AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.action_id = o.action_id)
            ORDER BY o.action_id LIMIT \(limit)
            """
        ).map { try $0("action_id") }
    }

    func countSearchEntries() throws -> Int { try row("SELECT COUNT(*) AS entries FROM search_entry WHERE hash <> ''")?("entries") ?? 0 }

    func allActions(after id: Action.ID, limit: Int) throws -> [Action.ID] {
        try rows("SELECT id FROM action WHERE id > \(id) ORDER BY id LIMIT \(limit)").map { try $0("id") }
    }

    func keptEntries() throws -> [Output.ID: Int] {
        try Dictionary(rows("SELECT output_id, number FROM search_entry").map { (try $0("output_id"), try $0("number")) }) { first, _ in first }
    }

    /// Spellings that no name has, and names without their spelling.
    func countLooseSpellings() throws -> Int {
        try row(
            """
            SELECT (SELECT COUNT(*) FROM search_spelling s WHERE NOT EXISTS (SELECT 1 FROM search_name n WHERE n.word = s.word))
                 + (SELECT COUNT(*) FROM (SELECT DISTINCT n.word FROM search_name n) m
                    WHERE NOT EXISTS (SELECT 1 FROM search_trigram t WHERE t.word = m.word)) AS loose
            """)?("loose") ?? 0
    }
}
