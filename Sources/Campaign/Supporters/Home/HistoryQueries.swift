import Documents
import Storage

extension Connection {
    func setHistory(_ isKept: Bool, wantsOutcomes: Bool, of supporter: Supporter.ID) throws {
        try execute("UPDATE supporter SET keeps_history = \(isKept), wants_outcomes = \(isKept && wantsOutcomes) WHERE id = \(supporter)")
        if !isKept { try execute("DELETE FROM supporter_report WHERE supporter_id = \(supporter)") }
    }

    /// Puts the report that came with a form beside its supporter, if they keep a history.
    func remember(reportToken: String, of supporter: Supporter.ID) throws {
        try execute(
            """
            INSERT INTO supporter_report (supporter_id, report_id)
            SELECT s.id, r.id FROM supporter s JOIN report r ON r.token_hash = \(Digest.sha256(reportToken))
            WHERE s.id = \(supporter) AND s.keeps_history
            ON CONFLICT (supporter_id, report_id) DO NOTHING
            """
        )
    }

    /// The reports that stand beside a supporter, newest first.
    func history(of supporter: Supporter.ID) throws -> [RememberedReport] {
        try rows(
            """
            SELECT a.series, a.serial, a.year, o.ordinal, r.channel, r.quantity, r.reported_on, r.late, w.action_id AS withdrawn
            FROM supporter_report h JOIN report r ON r.id = h.report_id JOIN output o ON o.id = r.output_id JOIN action a ON a.id = o.action_id
            LEFT JOIN withdrawal w ON w.action_id = a.id
            WHERE h.supporter_id = \(supporter) ORDER BY r.reported_at DESC, r.id DESC
            """
        ).map(RememberedReport.init)
    }
}

extension RememberedReport {
    init(_ row: Row) throws {
        self.init(
            reference: try Reference(row), ordinal: try row("ordinal"), channel: try row("channel"), quantity: try row("quantity"),
            on: try row("reported_on"), isLate: try row("late"), isWithdrawn: try row("withdrawn") as String? != nil)
    }
}
