package import Documents
package import Storage

/// An action as the desk lists it: with what is not published yet, and what is over.
package struct DeskEntry: Sendable {
    package let reference: Reference
    package let headline: String?
    /// The latest output there is, published or not.
    package let ordinal: Int
    package let actUntil: Day?
    package let hasDraft: Bool
    package let isWithdrawn: Bool
    package let hasEnded: Bool
    /// How far its writing is; nil for what nobody opened at the desk.
    package let manuscript: Manuscript.State?
}

extension Connection {
    /// What a section may have to do something about: drafts first, then the nearest deadlines from `day` on.
    ///
    /// - Parameter language: of the headlines, where there is one in it.
    package func deskEntries(of section: Section.Code, in language: Language, since day: Day, limit: Int) throws -> [DeskEntry] {
        let shown: SQL =
            section == .international
            ? "1 = 1" : "EXISTS (SELECT 1 FROM edition e WHERE e.output_id = o.id AND e.section IN (\(section), \(Section.Code.international)))"
        return try rows(
            """
            SELECT a.series, a.serial, a.year, o.ordinal, o.act_until, o.published_at, o.ended_on, o.end_reason,
                COALESCE((SELECT t.headline FROM text t WHERE t.output_id = o.id AND t.language = \(language)),
                         (SELECT MIN(t.headline) FROM text t WHERE t.output_id = o.id)) AS headline,
                EXISTS (SELECT 1 FROM withdrawal w WHERE w.action_id = a.id) AS withdrawn,
                (SELECT m.state FROM manuscript m WHERE m.output_id = o.id) AS manuscript
            FROM output o JOIN action a ON a.id = o.action_id
            WHERE (o.published_at IS NULL OR o.act_until >= \(day)) AND \(shown)
              AND NOT EXISTS (SELECT 1 FROM output n WHERE n.action_id = a.id AND n.ordinal > o.ordinal)
            ORDER BY CASE WHEN o.published_at IS NULL THEN 0 ELSE 1 END, o.act_until NULLS LAST, a.year DESC, a.serial DESC LIMIT \(limit)
            """
        ).map(DeskEntry.init)
    }

    /// Whether an action belongs to one section alone, or whoever acts for it acts for all.
    package func sections(publishing action: Action.ID) throws -> Set<Section.Code> {
        try Set(
            rows("SELECT DISTINCT e.section FROM edition e JOIN output o ON o.id = e.output_id WHERE o.action_id = \(action)").map {
                try $0("section")
            })
    }
}

extension DeskEntry {
    init(_ row: Row) throws {
        let published: Instant? = try row("published_at")
        self.init(
            reference: try Reference(row), headline: try row("headline"), ordinal: try row("ordinal"), actUntil: try row("act_until"),
            hasDraft: published == nil, isWithdrawn: try row("withdrawn"), hasEnded: try Ending(row) != nil, manuscript: try row("manuscript"))
    }
}
