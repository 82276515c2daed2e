import Documents
import Storage

extension Connection {
    /// Every case there is, published, drafted or withdrawn, the oldest first.
    func allReferences() throws -> [Reference] {
        try rows("SELECT series, serial, year FROM action").map(Reference.init).sorted()
    }

    /// When and by whom an output was opened to the public; nil for a draft.
    func publication(of output: Output.ID) throws -> NativeStamp? {
        guard let row = try row("SELECT published_at, published_by FROM output WHERE id = \(output)") else { return nil }
        guard let at = try row("published_at") as Instant?, let by = try row("published_by") as String? else { return nil }
        return NativeStamp(at: at.text, by: by)
    }

    /// What is left of an action that was taken down; nil for one that was not.
    func withdrawal(of action: Action) throws -> NativeWithdrawal? {
        guard let row = try row("SELECT reason, by_name, at FROM withdrawal WHERE action_id = \(action.id)") else { return nil }
        return NativeWithdrawal(
            reference: action.reference, stamp: NativeStamp(at: try (row("at") as Instant).text, by: try row("by_name")), reason: try row("reason"))
    }

    /// The appeals that imported pages counted and that stand, entry by entry. Entries of one moment are one.
    func importedCounts(of output: Output.ID, in section: Section.Code) throws -> [NativeEdition.Count] {
        try rows(
            """
            SELECT r.channel, r.late, r.reported_on, r.reported_at, CAST(SUM(r.quantity) AS BIGINT) AS appeals FROM report r
            WHERE r.output_id = \(output) AND r.section = \(section) AND r.source = \(ReportSource.import) AND r.voids IS NULL
              AND NOT EXISTS (SELECT 1 FROM report v WHERE v.voids = r.id)
            GROUP BY r.channel, r.late, r.reported_on, r.reported_at ORDER BY r.reported_at, r.reported_on, r.channel, r.late
            """
        ).map {
            NativeEdition.Count(
                appeals: try $0("appeals"), channel: try $0("channel"), isLate: try $0("late"), on: try $0("reported_on"),
                at: try ($0("reported_at") as Instant).text
            )
        }
    }
}
