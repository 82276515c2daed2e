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
