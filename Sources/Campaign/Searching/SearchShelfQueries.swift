import Documents
import Storage

extension Connection {
    func searchVersion() throws -> Int { try row("SELECT version FROM search_version WHERE id = 1")?("version") ?? 0 }

    /// The highest number that was given to an output.
    func lastSearchNumber() throws -> Int { try row("SELECT last_number FROM search_version WHERE id = 1")?("last_number") ?? 0 }

    /// Every language in which something was ever said.
    func searchLanguages() throws -> [Language] { try rows("SELECT language FROM search_language ORDER BY language").map { try $0("language") } }

    /// Reads what changed since the shelf was made.
    func renew(_ shelf: inout SearchShelf, of section: Section.Code, to version: Int) throws {
        let since: SQL = "SELECT e.action_id FROM search_entry e WHERE e.version > \(shelf.version)"
        let gone: Set<Action.ID> =
            shelf.version == 0 ? [] : try Set(rows("SELECT DISTINCT c.action_id FROM (\(since)) c").map { try $0("action_id") })
        let countries = try Dictionary(grouping: rows("SELECT action_id, country FROM action_country WHERE action_id IN (\(since)) ORDER BY country"))
        {
            try $0("action_id") as Action.ID
        }
        let topics = try Dictionary(grouping: rows("SELECT action_id, topic FROM action_topic WHERE action_id IN (\(since))")) {
            try $0("action_id") as Action.ID
        }
        let ownEdition: SQL =
            section == .international
            ? "1 = 1"
            : """
            EXISTS (SELECT 1 FROM edition e JOIN output p ON p.id = e.output_id
                    WHERE p.action_id = a.id AND p.published_at IS NOT NULL AND e.section IN (\(section), \(Section.Code.international)))
            """
        let outputs = try rows(
            """
            SELECT s.number, s.action_id, a.series, a.serial, a.year, a.archive_year, o.issued_on, o.kind, o.outcome, o.ended_on, o.end_reason,
                \(SQL.lastDay(for: section)) AS until
            FROM search_entry s JOIN output o ON o.id = s.output_id JOIN action a ON a.id = s.action_id
            WHERE s.hash <> '' AND s.action_id IN (\(since)) AND o.published_at IS NOT NULL AND \(SQL.isShown(by: section)) AND \(ownEdition)
            ORDER BY s.action_id, o.ordinal
            """)
        var changed: [SearchShelf.Action] = [], start = 0
        while start < outputs.count {
            let id: Action.ID = try outputs[start]("action_id")
            var end = start + 1
            while end < outputs.count, try outputs[end]("action_id") as Action.ID == id { end += 1 }
            let places = try (countries[id] ?? []).map { shelf.place(of: try $0("country")) }
            changed.append(try SearchShelf.Action(id, outputs[start..<end], countries: places, topics: topics[id] ?? []))
            start = end
        }
        shelf.take(changed, insteadOf: gone, version: version)
    }

    /// The texts in which words were found, for showing where.
    func searchTexts(_ numbers: [Int]) throws -> [Int: [SearchText]] {
        let rows = try rows(
            """
            SELECT s.number, t.language, t.lead, t.call, t.background, t.demands FROM search_entry s JOIN text t ON t.output_id = s.output_id
            WHERE s.number IN \(SQL.list(numbers)) ORDER BY t.language
            """)
        return try Dictionary(grouping: rows) { try $0("number") as Int }.mapValues { rows in
            try rows.map { row in
                let fields: [String?] = try [row("lead"), row("call"), row("background"), row("demands")]
                return SearchText(language: try row("language"), fields: fields.compactMap { $0 })
            }
        }
    }
}

extension SearchShelf.Action {
    /// - Parameter outputs: those that are shown, the latest last.
    fileprivate init(_ id: Action.ID, _ outputs: ArraySlice<Row>, countries: [Int], topics: [Row]) throws {
        guard let latest = outputs.last else { throw NoOutputs() }
        let kind: OutputKind = try latest("kind"), outcome: String? = try latest("outcome"), reason: String? = try latest("end_reason")
        let endedOn: String? = try latest("ended_on"), until: String? = try latest("until"), all = Topic.allCases
        let bits = try topics.compactMap { row in Topic(rawValue: try row("topic")).flatMap { all.firstIndex(of: $0) } }
        let standing = ShelfStanding(
            asksForLetters: kind.asksForLetters, until: until.map(ShelfStanding.number) ?? 0, endedOn: endedOn.map(ShelfStanding.number) ?? 0,
            hasEnded: endedOn != nil || reason != nil, hasOutcome: outcome != nil)
        self.init(
            id: id, reference: try Reference(latest), day: try latest("issued_on") ?? "", year: try latest("archive_year"), countries: countries,
            topics: bits.reduce(0) { $0 | UInt64(1) << UInt64($1) }, standing: standing, numbers: try outputs.map { try $0("number") })
    }

    private struct NoOutputs: Error {}
}
