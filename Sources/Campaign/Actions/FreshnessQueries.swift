package import Documents
package import Storage

/// What a finished page depends on, cheap to ask: while it is the same, the page is.
package struct Freshness: Sendable, Hashable {
    /// Grows with every change of content in scope, and of the register.
    package let revision: Int
    /// Appeals counted in scope.
    package let appeals: Int
}

extension Connection {
    /// For the pages of one action. Throws `ActionRefusal` like `publicAction`.
    package func freshness(of reference: Reference) throws -> Freshness {
        let unknown = ActionRefusal.unknownReference(reference.printed(.slash))
        guard let row = try actionRow(reference) else { throw unknown }
        let id: Action.ID = try row("id")
        if try row("withdrawn") { throw ActionRefusal.withdrawn }
        guard try hasPublishedOutput(id) else { throw unknown }
        let sum = try self.row(
            """
            SELECT CAST(COALESCE(SUM(t.appeals), 0) AS BIGINT) AS appeals
            FROM tally t JOIN output o ON o.id = t.output_id WHERE o.action_id = \(id)
            """
        )
        return Freshness(revision: try row("revision") + registerRevision(), appeals: try sum?("appeals") ?? 0)
    }

    /// For the pages that list actions.
    package func freshnessOfAll() throws -> Freshness {
        let row = try row(
            """
            SELECT CAST(COALESCE(SUM(revision), 0) AS BIGINT) AS revision,
                (SELECT CAST(COALESCE(SUM(appeals), 0) AS BIGINT) FROM tally) AS appeals
            FROM action
            """
        )
        return Freshness(revision: try row?("revision") ?? 0, appeals: try row?("appeals") ?? 0)
    }
}

extension Freshness {
    /// For pages that come from files and change only with the program.
    package static let constant = Freshness(revision: 0, appeals: 0)
}
