import Documents
import Storage

/// Words about a case, and the row they stand in.
struct CaseText: Sendable, Equatable {
    let table: String
    let column: String
    let key: [String]
    let language: Language?
    let isMarkup: Bool
    let words: String
    /// Which field of a manuscript it is, where the column has several.
    var field: String?
}

extension CaseText {
    /// The fields of a manuscript, each in its own language.
    fileprivate static func fields(of record: String, table: String, column: String, key: [String]) throws -> [CaseText] {
        try ManuscriptContent(json: record).fields.sorted { $0.key < $1.key }.map { name, words in
            let language: Language? =
                switch ManuscriptPart.of(name)?.part {
                case .text(let language), .letter(let language), .words(let language): language
                default: nil
                }
            return CaseText(table: table, column: column, key: key, language: language, isMarkup: false, words: words, field: name)
        }
    }
}

extension Connection {
    /// Every word there is about a case, published or not, in the order of the list of columns.
    func caseTexts(of action: Action.ID) throws -> [CaseText] {
        try CaseColumns.rewritten.flatMap { table in
            let keys = table.keys.enumerated().map { SQL(verbatim: "CAST(\($0.element) AS TEXT) AS key_\($0.offset)") }
            let columns = table.columns.map { SQL(verbatim: $0) }, language: [SQL] = table.hasLanguage ? ["language AS spoken"] : []
            let rows = try rows(
                "SELECT \(SQL.joined(keys + columns + language)) FROM \(SQL(verbatim: table.name)) WHERE \(owned(by: action, table.owner)) ORDER BY \(SQL.joined(table.keys.map { SQL(verbatim: $0) }))"
            )
            return try rows.flatMap { row in
                let key: [String] = try table.keys.indices.map { try row("key_\($0)") }
                let spoken: Language? = table.hasLanguage ? try row("spoken") : nil
                return try table.columns.flatMap { column -> [CaseText] in
                    guard let words: String = try row(column), !words.isEmpty else { return [] }
                    if table.records.contains(column) { return try CaseText.fields(of: words, table: table.name, column: column, key: key) }
                    return [
                        CaseText(
                            table: table.name, column: column, key: key, language: spoken, isMarkup: table.markup.contains(column), words: words)
                    ]
                }
            }
        }
    }

    /// Puts words in the place of those that stand there.
    func rewrite(_ text: CaseText, as words: String) throws {
        guard let table = CaseColumns.rewritten.first(where: { $0.name == text.table }) else { return }
        let place = SQL.joined(zip(table.keys, text.key).map { SQL(verbatim: "CAST(\($0) AS TEXT) = ") + "\($1)" }, by: " AND ")
        let name = SQL(verbatim: text.table), column = SQL(verbatim: text.column)
        var written = words
        if let field = text.field {
            guard let record: String = try row("SELECT \(column) AS record FROM \(name) WHERE \(place)")?("record") else { return }
            var content = try ManuscriptContent(json: record)
            content[field] = words
            written = content.json
        }
        try execute("UPDATE \(name) SET \(column) = \(written) WHERE \(place)")
    }

    private func owned(by action: Action.ID, _ owner: CaseTable.Owner) -> SQL {
        let outputs: SQL = "SELECT o.id FROM output o WHERE o.action_id = \(action)"
        switch owner {
        case .action: return "action_id = \(action)"
        case .output: return "output_id IN (\(outputs))"
        case .edition: return "edition_id IN (SELECT e.id FROM edition e WHERE e.output_id IN (\(outputs)))"
        case .addressee:
            return
                "addressee_id IN (SELECT d.id FROM addressee d JOIN edition e ON e.id = d.edition_id WHERE e.output_id IN (\(outputs)))"
        case .document: return "sha256 IN (SELECT d.sha256 FROM document d WHERE d.output_id IN (\(outputs)))"
        case .report: return "report_id IN (SELECT r.id FROM report r WHERE r.output_id IN (\(outputs)))"
        case .collection: return "collection_id IN (SELECT c.collection_id FROM collection_case c WHERE c.action_id = \(action))"
        case .reply: return "reply_id IN (SELECT r.id FROM reply r WHERE r.action_id = \(action))"
        case .alert: return "alert_id IN (SELECT l.id FROM alert l WHERE l.output_id IN (\(outputs)))"
        }
    }

    /// What is made from words that were rewritten, made again: by what a contact is found, and by what a translated piece is.
    func remakeKeys(of action: Action.ID) throws {
        try normaliseContacts(of: action)
        let pieces = try rows("SELECT output_id, language, piece, source FROM translation_piece WHERE \(owned(by: action, .output))")
        for row in pieces {
            let output: String = try row("output_id"), language: Language = try row("language"), piece: String = try row("piece")
            let hash = Digest.sha256(try row("source") as String)
            try execute(
                "UPDATE translation_piece SET source_hash = \(hash) WHERE output_id = \(output) AND language = \(language) AND piece = \(piece)")
        }
    }

    private func normaliseContacts(of action: Action.ID) throws {
        let contacts = try rows(
            "SELECT addressee_id, position, channel, place FROM contact_point WHERE \(owned(by: action, .addressee)) AND place IS NOT NULL")
        for row in contacts {
            let place: String = try row("place"), addressee: String = try row("addressee_id"), position: Int = try row("position")
            let normal = NormalPlace.of(place, try row("channel"))
            try execute("UPDATE contact_point SET normal = \(normal) WHERE addressee_id = \(addressee) AND position = \(position)")
        }
    }

    /// Has what is overwritten go from the file as well. PostgreSQL does so when it cleans up (VACUUM).
    func overwriteThoroughly() throws {
        if dialect == .sqlite { _ = try rows("PRAGMA secure_delete = ON") }
    }
}

extension Connection {
    func subjects(called name: String, of action: Action.ID) throws -> [String] {
        let key = FoldedSigns.key(name)
        return try rows("SELECT id, name FROM subject WHERE action_id = \(action) ORDER BY position").compactMap {
            FoldedSigns.key(try $0("name")) == key ? try $0("id") : nil
        }
    }

    func rename(_ subject: String, _ name: String) throws {
        try execute("UPDATE subject SET name = \(name) WHERE id = \(subject)")
    }

    func setPronouns(ofSubject subject: String, _ pronouns: String?) throws {
        try execute("UPDATE subject SET pronouns = \(pronouns) WHERE id = \(subject)")
    }
}
