package import Documents
package import Storage

extension Connection {
    /// The action as readers see it: its published outputs with all their parts.
    ///
    /// Throws `ActionRefusal.unknownReference` when nothing of it is published, `.withdrawn` when it was taken down.
    package func publicAction(_ reference: Reference) throws -> Action {
        guard let row = try actionRow(reference) else { throw ActionRefusal.unknownReference(reference.printed(.slash)) }
        if try row("withdrawn") { throw ActionRefusal.withdrawn }
        let action = try action(row, including: "o.published_at IS NOT NULL")
        guard action.latest != nil else { throw ActionRefusal.unknownReference(reference.printed(.slash)) }
        return action
    }

    /// The action with drafts, for staff and commands. Throws `ActionRefusal.unknownReference`.
    package func wholeAction(_ reference: Reference) throws -> Action {
        guard let row = try actionRow(reference) else { throw ActionRefusal.unknownReference(reference.printed(.slash)) }
        return try action(row, including: "o.published_at IS NOT NULL OR o.published_at IS NULL")
    }

    /// The reference of the action one of whose outputs bears this index code, or names it as that of the output before it, which is not
    /// here; published, and not withdrawn.
    package func reference(bearing code: IndexCode) throws -> Reference? {
        try reference(of: "o.index_code = \(code.printed)") ?? reference(of: "o.previous_code = \(code.printed)")
    }

    private func reference(of output: SQL) throws -> Reference? {
        try row(
            """
            SELECT a.series, a.serial, a.year FROM output o JOIN action a ON a.id = o.action_id
            WHERE \(output) AND o.published_at IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.action_id = a.id)
            """
        ).map(Reference.init)
    }

    package func isWithdrawn(_ id: Action.ID) throws -> Bool {
        try row("SELECT 1 AS one FROM withdrawal WHERE action_id = \(id)") != nil
    }

    /// With `withdrawn`: whether it was taken down.
    func actionRow(_ reference: Reference) throws -> Row? {
        try row(
            """
            SELECT a.*, EXISTS (SELECT 1 FROM withdrawal w WHERE w.action_id = a.id) AS withdrawn FROM action a
            WHERE a.series = \(reference.series) AND a.serial = \(reference.serial) AND a.year = \(reference.year)
            """
        )
    }

    private func action(_ row: Row, including filter: SQL) throws -> Action {
        let id: Action.ID = try row("id")
        return Action(
            id: id,
            reference: try Reference(row),
            countries: try rows("SELECT country FROM action_country WHERE action_id = \(id) ORDER BY country").map { try $0("country") },
            isInvented: try row("invented"),
            archive: ArchivePlace(year: try row("archive_year"), month: try row("archive_month")),
            revision: try row("revision"),
            subjects: try rows("SELECT name, pronouns FROM subject WHERE action_id = \(id) ORDER BY position").map {
                Subject(name: try $0("name"), pronouns: try $0("pronouns"))
            },
            outputs: try outputs(of: id, including: filter),
            waits: try waitingSections()
        )
    }
}

extension Reference {
    /// From the columns `series`, `serial`, `year`.
    init(_ row: Row) throws {
        self.init(series: try row("series"), serial: try row("serial"), year: try row("year"))
    }
}
