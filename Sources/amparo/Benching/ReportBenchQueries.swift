import Storage

extension Connection {
    /// How many entries the ledger has.
    func countReports() throws -> Int { try row("SELECT COUNT(*) AS reports FROM report")?("reports") ?? 0 }
}
