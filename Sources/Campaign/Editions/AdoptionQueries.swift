import Documents
import Storage

extension Connection {
    /// What sections decided about the chosen outputs.
    func adoptions(of outputs: SQL) throws -> [Output.ID: [Adoption]] {
        try Dictionary(grouping: rows("SELECT * FROM adoption WHERE output_id IN (\(outputs)) ORDER BY section")) { try $0("output_id") }
            .mapValues { try $0.map(Adoption.init) }
    }

    /// The sections that wait for a person, and since when.
    func waitingSections() throws -> [Section.Code: Instant] {
        try Dictionary(
            rows("SELECT code, waits_since FROM section WHERE waits_since IS NOT NULL").map { (try $0("code"), try $0("waits_since")) },
            uniquingKeysWith: { first, _ in first })
    }

    func put(_ adoption: Adoption, of output: Output.ID, revision: Int) throws {
        try execute(
            """
            INSERT INTO adoption (output_id, section, state, reason, act_until, languages, seen, seen_at, revision, by_name, at)
            VALUES (\(output), \(adoption.section), \(adoption.state), \(adoption.reason), \(adoption.actUntil),
                \(adoption.languages.map(\.rawValue).joined(separator: " ")), \(adoption.seen), \(adoption.seenAt), \(revision), \(adoption.by),
                \(adoption.at))
            ON CONFLICT (output_id, section) DO UPDATE SET state = excluded.state, reason = excluded.reason, act_until = excluded.act_until,
                languages = excluded.languages, seen = excluded.seen, seen_at = excluded.seen_at, revision = excluded.revision,
                by_name = excluded.by_name, at = excluded.at
            """
        )
    }

    /// Puts what a section says in place of all it said before, but for the downloads that a document named.
    func put(_ own: OwnEdition, of output: Output.ID, in section: Section.Code, _ newID: () -> String) throws {
        let known = try edition(of: output, in: section)
        guard known != nil || !own.words.isEmpty || !own.targets.isEmpty || !own.copies.isEmpty else { return }
        let id = known ?? Edition.ID(newID())
        if known == nil { try insertEdition(id, of: output, in: section) }
        try execute("DELETE FROM edition_words WHERE edition_id = \(id)")
        for (language, words) in own.words.sorted(by: { $0.key.rawValue < $1.key.rawValue }) { try replace(words, in: language, of: id) }
        try execute("DELETE FROM addressee WHERE edition_id = \(id)")
        for (position, addressee) in (own.targets + own.copies).enumerated() { try insert(addressee, as: newID(), into: id, at: position) }
        try linkAddressees("a.edition_id = \(id)")
    }

    func stopAlerts(about output: Output.ID, of section: Section.Code, by name: String, at now: Instant) throws {
        try execute(
            """
            UPDATE alert SET state = \(Alert.State.stopped), stopped_at = \(now), stopped_by = \(name)
            WHERE output_id = \(output) AND section = \(section) AND state NOT IN (\(Alert.State.done), \(Alert.State.stopped))
            """
        )
    }

    /// Whether the section waits for a person from now on. The pages of what waited are made anew.
    func setWaiting(_ since: Instant?, of section: Section.Code) throws {
        try execute(
            """
            UPDATE action SET revision = revision + 1 WHERE id IN (SELECT o.action_id FROM output o
                WHERE o.published_at >= (SELECT s.waits_since FROM section s WHERE s.code = \(section)))
            """
        )
        try execute("UPDATE section SET waits_since = \(since) WHERE code = \(section)")
    }
}

extension Adoption {
    init(_ row: Row) throws {
        let languages: String = try row("languages")
        self.init(
            section: try row("section"), state: try row("state"), reason: try row("reason"), actUntil: try row("act_until"),
            languages: languages.split(separator: " ").map { Language(rawValue: String($0)) }, seen: try row("seen"), seenAt: try row("seen_at"),
            by: try row("by_name"), at: try row("at"))
    }
}

extension SQL {
    /// Whether a section publishes the output `o`, or another by its alias: the rule of `Action.isShown(_:by:)`.
    static func isShown(_ o: SQL = "o", by section: Section.Code) -> SQL {
        guard section != .international else { return "1 = 1" }
        let decided: SQL = """
            (SELECT d.state FROM output q JOIN adoption d ON d.output_id = q.id AND d.section = \(section)
             WHERE q.action_id = \(o).action_id AND q.ordinal <= \(o).ordinal AND q.published_at IS NOT NULL ORDER BY q.ordinal DESC LIMIT 1)
            """
        return """
            COALESCE(\(decided), 'new') <> 'declined'
            AND (\(isTakenUp(o, by: section)) OR (\(o).kind IN ('outcome', 'withdrawal') AND EXISTS (
                SELECT 1 FROM output b WHERE b.action_id = \(o).action_id AND b.ordinal < \(o).ordinal AND b.published_at IS NOT NULL
                AND \(isTakenUp("b", by: section))
                AND NOT EXISTS (SELECT 1 FROM adoption d WHERE d.output_id = b.id AND d.section = \(section) AND d.state = 'declined'))))
            """
    }

    private static func isTakenUp(_ o: SQL, by section: Section.Code) -> SQL {
        """
        (NOT EXISTS (SELECT 1 FROM section s WHERE s.code = \(section) AND s.waits_since <= \(o).published_at)
         OR EXISTS (SELECT 1 FROM adoption d WHERE d.output_id = \(o).id AND d.section = \(section))
         OR EXISTS (SELECT 1 FROM edition e WHERE e.output_id = \(o).id AND e.section = \(section)))
        """
    }

    /// Actions `a` of which a section publishes nothing any more, because it declined them or waits: what stands after NOT IN.
    static func hiddenActions(from section: Section.Code) -> SQL {
        """
        (SELECT c.action_id FROM output c
         WHERE (c.id IN (SELECT d.output_id FROM adoption d WHERE d.section = \(section) AND d.state = 'declined')
                OR c.published_at >= (SELECT s.waits_since FROM section s WHERE s.code = \(section)))
           AND NOT EXISTS (SELECT 1 FROM output v WHERE v.action_id = c.action_id AND v.published_at IS NOT NULL AND \(isShown("v", by: section))))
        """
    }
}
