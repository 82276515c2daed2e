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
            INSERT INTO report (id, output_id, section, channel, quantity, source, late, token_hash, voids, reported_on, reported_at)
            VALUES \(SQL.values(reports.map(\.columns)))
            ON CONFLICT (token_hash) DO NOTHING
            RETURNING id
            """
        )
        let entered = try Set(rows.map { try $0("id") as Report.ID })
        let new = reports.filter { entered.contains($0.id) }
        try insertGroups(of: new)
        try add(new)
        try holdApart(new)
        return entered
    }

    /// Enters the opposite of each report that is to be held apart, in the same transaction: no sum ever shows it.
    private func holdApart(_ reports: [Report]) throws {
        let held = reports.compactMap { report in report.hold.map { (report, $0) } }
        guard !held.isEmpty else { return }
        try insert(held.map { report, hold in report.opposite(as: hold.id) })
        try insert(
            held.map { report, hold in
                CorrectionNote(
                    report: hold.id, kind: .held, about: report.id, suspicion: hold.suspicion, reason: hold.suspicion.rawValue, by: "amparo")
            })
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
    fileprivate func opposite(as id: Report.ID) -> Report {
        Report(
            id: id, output: output, section: section, channel: channel, quantity: -quantity, source: source, isLate: isLate,
            tokenHash: Correction.hold.tokenHash(of: self.id), reportedOn: reportedOn, reportedAt: reportedAt, voids: self.id)
    }

    fileprivate var columns: [any Bindable] {
        [id, output, section, channel, quantity, source, isLate, tokenHash, voids, reportedOn, reportedAt]
    }
}
