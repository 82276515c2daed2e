import Documents
import Storage

extension Connection {
    /// Brings the index to what an action says now: every output of it, drafts too; nothing of one that was withdrawn. Part of the transaction
    /// that changed the action, so that nobody finds what is no longer said.
    func settleSearch(of action: Action.ID) throws { try settleSearch(of: [action]) }

    func settleSearch(of actions: [Action.ID]) throws {
        var forms: [Language: WordForms] = [:]
        let entries = try searchEntries(of: actions), sources = try searchSources(of: actions)
        guard !entries.isEmpty || !sources.isEmpty else { return }
        let version = try nextSearchVersion(adding: sources.count { entries[$0.output] == nil })
        var number = version.firstNumber
        for (output, action, source) in sources {
            let document = source.document(&forms), hash = document.hash
            if let entry = entries[output] {
                if entry.hash != hash { try replaceWords(document, of: entry.number) }
                try execute("UPDATE search_entry SET version = \(version.version), hash = \(hash) WHERE number = \(entry.number)")
            } else {
                try insertWords(document, as: number)
                try execute(
                    """
                    INSERT INTO search_entry (number, output_id, action_id, version, hash)
                    VALUES (\(number), \(output), \(action), \(version.version), \(hash))
                    """)
                number += 1
            }
        }
        let said = Set(sources.map(\.output))
        for (output, entry) in entries where !said.contains(output) {
            try deleteWords(of: entry.number)
            try execute("UPDATE search_entry SET version = \(version.version), hash = '' WHERE number = \(entry.number)")
        }
        for language in Set(sources.flatMap { $0.source.texts.map(\.language) }) {
            try execute("INSERT INTO search_language (language) VALUES (\(language.primary)) ON CONFLICT (language) DO NOTHING")
        }
        for action in actions { try settleNames(of: action, sources.first { $0.action == action }?.source.names ?? []) }
    }

    /// The outputs of actions that are there, with all they say that anybody may look for.
    func searchSources(of actions: [Action.ID]) throws -> [(output: Output.ID, action: Action.ID, source: SearchSource)] {
        let chosen: SQL = """
            (SELECT a.id FROM action a WHERE a.id IN \(SQL.list(actions)) AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.action_id = a.id))
            """
        let outputs: SQL = "(SELECT o.id FROM output o WHERE o.action_id IN \(chosen))"
        let names = try Dictionary(grouping: rows("SELECT action_id, name FROM subject WHERE action_id IN \(chosen) ORDER BY position")) {
            try $0("action_id") as Action.ID
        }
        let countries = try Dictionary(grouping: rows("SELECT action_id, country FROM action_country WHERE action_id IN \(chosen)")) {
            try $0("action_id") as Action.ID
        }
        let texts = try Dictionary(
            grouping: rows("SELECT output_id, language, headline, lead, call, background, demands FROM text WHERE output_id IN \(outputs)")
        ) { try $0("output_id") as Output.ID }
        let notes = try Dictionary(grouping: rows("SELECT output_id, language, words FROM output_note WHERE output_id IN \(outputs)")) {
            try $0("output_id") as Output.ID
        }
        return try rows("SELECT o.id, o.action_id FROM output o WHERE o.action_id IN \(chosen) ORDER BY o.action_id, o.ordinal").map { row in
            let id: Output.ID = try row("id"), action: Action.ID = try row("action_id")
            let said = try (texts[id] ?? []).map { try SearchSource.Said($0) } + (notes[id] ?? []).map { try SearchSource.Said(note: $0) }
            let source = SearchSource(
                texts: said, names: try (names[action] ?? []).map { try $0("name") },
                countries: try (countries[action] ?? []).map { try $0("country") })
            return (id, action, source)
        }
    }

    private func searchEntries(of actions: [Action.ID]) throws -> [Output.ID: (number: Int, hash: String)] {
        let rows = try rows("SELECT output_id, number, hash FROM search_entry WHERE action_id IN \(SQL.list(actions))")
        return try Dictionary(rows.map { (try $0("output_id"), (try $0("number"), try $0("hash"))) }) { first, _ in first }
    }

    /// Takes the one row that says how far the index is, so that those who change it do so one after another.
    private func nextSearchVersion(adding count: Int) throws -> (version: Int, firstNumber: Int) {
        let row = try row(
            "UPDATE search_version SET version = version + 1, last_number = last_number + \(count) WHERE id = 1 RETURNING version, last_number")
        let last: Int = try row?("last_number") ?? count
        return (try row?("version") ?? 1, last - count + 1)
    }
}

extension SearchSource.Said {
    fileprivate init(_ row: Row) throws {
        self.init(
            language: try row("language"), headline: try row("headline"),
            rest: try [row("lead"), row("call"), row("background"), row("demands")].compactMap { $0 as String? })
    }

    fileprivate init(note row: Row) throws {
        self.init(language: try row("language"), headline: nil, rest: [try row("words")])
    }
}
