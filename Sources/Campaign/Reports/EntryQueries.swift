import Documents
import Storage

extension Connection {
    /// Judges and enters a group of reports and adds them to the tally. Answers entry by entry, in order.
    func enter(_ entries: [Entry]) throws -> [Result<ReportReceipt, any Error>] {
        let desk = try ReportDesk(self, entries)
        let judged = entries.map { entry in Result { try desk.report(for: entry) } }
        let entered = try insert(judged.compactMap { try? $0.get() })
        return judged.map { result in
            result.map { entered.contains($0.id) ? .counted(late: $0.isLate) : .alreadyCounted }
        }
    }

    /// Inserts reports whose token is new and adds exactly those to the tally. Returns their ids.
    @discardableResult
    func insert(_ reports: [Report]) throws -> Set<Report.ID> {
        guard !reports.isEmpty else { return [] }
        let rows = try rows(
            """
            INSERT INTO report (id, output_id, section, channel, quantity, source, late, token_hash, reported_on, reported_at)
            VALUES \(SQL.values(reports.map(\.columns)))
            ON CONFLICT (token_hash) DO NOTHING
            RETURNING id
            """
        )
        let entered = try Set(rows.map { try $0("id") as Report.ID })
        let new = reports.filter { entered.contains($0.id) }
        try insertGroups(of: new)
        try add(new)
        return entered
    }

    private func add(_ reports: [Report]) throws {
        let sums = Dictionary(reports.map { (TallyKey($0), TallySum(reports: 1, appeals: $0.quantity)) }, uniquingKeysWith: +)
        guard !sums.isEmpty else { return }
        try execute(
            """
            INSERT INTO tally (output_id, section, channel, source, late, reported_on, reports, appeals)
            VALUES \(SQL.values(sums.map { $0.key.columns + [$0.value.reports, $0.value.appeals] }))
            ON CONFLICT (output_id, section, channel, source, late, reported_on) DO UPDATE
            SET reports = tally.reports + excluded.reports, appeals = tally.appeals + excluded.appeals
            """
        )
    }
}

extension Report {
    fileprivate var columns: [any Bindable] {
        [id, output, section, channel, quantity, source, isLate, tokenHash, reportedOn, reportedAt]
    }
}
