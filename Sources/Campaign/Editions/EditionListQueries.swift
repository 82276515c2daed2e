package import Documents
package import Storage

/// An output of the international section as a section's desk lists it.
package struct OfferedOutput: Sendable, Equatable {
    package let reference: Reference
    package let ordinal: Int
    package let kind: OutputKind
    package let headline: String?
    package let publishedAt: Instant?
    package let actUntil: Day?
    /// nil while nobody decided.
    package let state: Adoption.State?
    /// Whether the section has an edition of its own, by adapting or from a document of its own.
    package let hasOwnEdition: Bool
    /// Whether the section has it on its pages now.
    package let isShown: Bool
}

/// How far an output has come among the sections.
package struct TakenUp: Sendable, Equatable {
    package let output: OfferedOutput
    package let decided: Int
}

extension Connection {
    /// What the international section published for letters that go on, and nobody of the section decided about: the newest first.
    package func undecidedOutputs(for section: Section.Code, in language: Language, on today: Day, limit: Int) throws -> [OfferedOutput] {
        try offered(
            """
            \(current("o", for: section, on: today))
            AND NOT EXISTS (SELECT 1 FROM edition e WHERE e.output_id = o.id AND e.section = \(section))
            """, for: section, in: language, limit: limit)
    }

    /// What the section decided, and what goes on that it has a document of its own of: the newest first.
    package func decidedOutputs(of section: Section.Code, in language: Language, on today: Day, limit: Int) throws -> [OfferedOutput] {
        try offered(
            """
            o.id IN (SELECT l.output_id FROM (SELECT d.output_id FROM adoption d WHERE d.section = \(section) ORDER BY d.at DESC LIMIT \(limit)) l
                     UNION SELECT p.id FROM output p JOIN edition e ON e.output_id = p.id AND e.section = \(section)
                     WHERE \(current("p", for: section, on: today)))
            """, for: section, in: language, limit: limit)
    }

    /// Published by the international section, still of use, and not decided about.
    private func current(_ o: SQL, for section: Section.Code, on today: Day) -> SQL {
        """
        \(o).published_at >= \(today.adding(days: -60).text)
        AND (\(o).act_until >= \(today) OR \(o).kind IN ('outcome', 'withdrawal', 'information', 'correction'))
        AND NOT EXISTS (SELECT 1 FROM adoption d WHERE d.output_id = \(o).id AND d.section = \(section))
        AND EXISTS (SELECT 1 FROM edition e WHERE e.output_id = \(o).id AND e.section = \(Section.Code.international))
        """
    }

    /// Of what the section publishes and has not looked at since something was changed in it, that of which the international section says
    /// something else now.
    package func changedOutputs(for section: Section.Code, in language: Language, limit: Int) throws -> [OfferedOutput] {
        let touched: [Output.ID] = try rows(
            """
            SELECT d.output_id FROM adoption d JOIN output p ON p.id = d.output_id JOIN action c ON c.id = p.action_id
            WHERE d.section = \(section) AND d.state <> 'declined' AND d.revision < c.revision ORDER BY d.at DESC LIMIT \(limit)
            """
        ).map { try $0("output_id") }
        guard !touched.isEmpty else { return [] }
        let changed = try outputs(where: "o.id IN \(SQL.list(touched))").filter { output in
            guard let adoption = output.adoption(of: section) else { return false }
            return !adoption.seen.changes(to: Upstream(output)).isEmpty
        }
        return try offered("o.id IN \(SQL.list(changed.map(\.id)))", for: section, in: language, limit: limit)
    }

    /// The latest outputs of the international section and how many sections decided about each; corrections first, since those are urgent.
    package func takenUp(in language: Language, limit: Int) throws -> [TakenUp] {
        try rows(
            """
            WITH recent AS (
                SELECT p.id FROM output p JOIN edition e ON e.output_id = p.id AND e.section = \(Section.Code.international)
                LEFT JOIN withdrawal w ON w.action_id = p.action_id
                WHERE p.published_at IS NOT NULL AND w.action_id IS NULL ORDER BY p.published_at DESC LIMIT \(limit))
            SELECT a.series, a.serial, a.year, o.ordinal, o.kind, o.published_at, o.act_until, COUNT(DISTINCT d.section) AS decided,
                COALESCE(MIN(CASE WHEN t.language = \(language) THEN t.headline END), MIN(t.headline)) AS headline
            FROM recent r JOIN output o ON o.id = r.id JOIN action a ON a.id = o.action_id
            LEFT JOIN text t ON t.output_id = o.id LEFT JOIN adoption d ON d.output_id = o.id
            GROUP BY o.id, a.series, a.serial, a.year, o.ordinal, o.kind, o.published_at, o.act_until
            ORDER BY CASE o.kind WHEN 'correction' THEN 0 ELSE 1 END, o.published_at DESC, a.year DESC, a.serial DESC
            """
        ).map { row in
            let output = OfferedOutput(
                reference: try Reference(row), ordinal: try row("ordinal"), kind: try row("kind"), headline: try row("headline"),
                publishedAt: try row("published_at"), actUntil: try row("act_until"), state: nil, hasOwnEdition: true, isShown: true)
            return TakenUp(output: output, decided: try row("decided"))
        }
    }

    private func offered(_ condition: SQL, for section: Section.Code, in language: Language, limit: Int) throws -> [OfferedOutput] {
        try rows(offeredSelection(condition, for: section, in: language, limit: limit)).map(OfferedOutput.init)
    }

    private func offeredSelection(_ condition: SQL, for section: Section.Code, in language: Language, limit: Int) -> SQL {
        """
        SELECT o.id, a.series, a.serial, a.year, o.ordinal, o.kind, o.published_at, COALESCE(d.act_until, o.act_until) AS act_until, d.state,
            EXISTS (SELECT 1 FROM edition e WHERE e.output_id = o.id AND e.section = \(section)) AS has_own,
            (\(SQL.isShown(by: section))) AS shown,
            COALESCE((SELECT t.headline FROM text t WHERE t.output_id = o.id AND t.language = \(language)),
                     (SELECT MIN(t.headline) FROM text t WHERE t.output_id = o.id)) AS headline
        FROM output o JOIN action a ON a.id = o.action_id LEFT JOIN adoption d ON d.output_id = o.id AND d.section = \(section)
        WHERE \(condition) AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.action_id = a.id)
        ORDER BY o.published_at DESC, a.year DESC, a.serial DESC LIMIT \(limit)
        """
    }
}

extension OfferedOutput {
    fileprivate init(_ row: Row) throws {
        self.init(
            reference: try Reference(row), ordinal: try row("ordinal"), kind: try row("kind"), headline: try row("headline"),
            publishedAt: try row("published_at"), actUntil: try row("act_until"), state: try row("state"), hasOwnEdition: try row("has_own"),
            isShown: try row("shown"))
    }
}
