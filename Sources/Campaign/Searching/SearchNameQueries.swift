import Documents
import Storage

/// The names of people, word by word, for those who write them otherwise. A word is there for as long as some action has it.
extension Connection {
    func settleNames(of action: Action.ID, _ names: [String]) throws {
        let wanted = Set(names.flatMap(SpelledName.all).map(\.word))
        let kept: Set<String> = try Set(rows("SELECT word FROM search_name WHERE action_id = \(action)").map { try $0("word") })
        for word in wanted.subtracting(kept).sorted() { try add(SpelledName(Substring(word)), of: action) }
        for word in kept.subtracting(wanted).sorted() {
            try execute("DELETE FROM search_name WHERE action_id = \(action) AND word = \(word)")
            guard try row("SELECT 1 AS one FROM search_name WHERE word = \(word) LIMIT 1") == nil else { continue }
            try execute("DELETE FROM search_spelling WHERE word = \(word)")
            try execute(
                "DELETE FROM search_trigram WHERE trigram IN \(SQL.list(Array(SpelledName(Substring(word))?.trigrams ?? []))) AND word = \(word)")
        }
    }

    private func add(_ name: SpelledName?, of action: Action.ID) throws {
        guard let name else { return }
        try execute("INSERT INTO search_name (word, action_id) VALUES (\(name.word), \(action)) ON CONFLICT (word, action_id) DO NOTHING")
        let isNew = try execute(
            "INSERT INTO search_spelling (word, sound) VALUES (\(name.word), \(name.sound)) ON CONFLICT (word) DO NOTHING")
        guard isNew > 0 else { return }
        let rows = name.trigrams.sorted().map { [$0, name.word] as [any Bindable] }
        try execute("INSERT INTO search_trigram (trigram, word) VALUES \(SQL.values(rows)) ON CONFLICT (trigram, word) DO NOTHING")
    }

    func deleteAllNames() throws {
        for table in ["search_name", "search_spelling", "search_trigram"] { try execute("DELETE FROM \(SQL(verbatim: table))") }
    }

    /// Names that somebody may have meant who wrote `name`, the nearest first, each with the actions that have it.
    func namesNear(_ name: SpelledName, limit: Int = 5) throws -> [(name: SpelledName, actions: [Action.ID])] {
        let words: [String] = try rows(
            """
            SELECT word FROM (
                SELECT word FROM (
                    SELECT t.word, COUNT(*) AS shared FROM search_trigram t WHERE t.trigram IN \(SQL.list(name.trigrams.sorted()))
                    GROUP BY t.word ORDER BY shared DESC, t.word LIMIT 60
                ) n
                UNION SELECT word FROM (SELECT s.word FROM search_spelling s WHERE s.sound = \(name.sound) AND s.sound <> '' ORDER BY s.word LIMIT 60) m
            ) c
            """
        ).map { try $0("word") }
        let near = words.compactMap { SpelledName(Substring($0)) }.filter { $0 != name && name.mayMean($0) }
            .sorted { (name.distance(to: $0), $0.word) < (name.distance(to: $1), $1.word) }
        return try near.prefix(limit).map { near in
            (near, try rows("SELECT action_id FROM search_name WHERE word = \(near.word) LIMIT 2000").map { try $0("action_id") })
        }
    }

    /// The names there are, with whose they are; for checking.
    func keptNames() throws -> [Action.ID: Set<String>] {
        try Dictionary(grouping: rows("SELECT action_id, word FROM search_name")) { try $0("action_id") as Action.ID }
            .mapValues { try Set($0.map { try $0("word") }) }
    }
}
