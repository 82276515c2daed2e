package import Documents
package import Storage

extension Connection {
    /// How many reports a section took that count, for one action or all that were not taken down. Imported sums are no reports.
    package func outreachCount(in section: Section.Code, of reference: Reference?) throws -> Int {
        try row("SELECT COUNT(*) AS reports \(outreaches(in: section, of: reference))")?("reports") ?? 0
    }

    /// What ``outreachCount(in:of:)`` counts, the earliest day first; within a day in an order that is not that of time.
    package func outreaches(in section: Section.Code, of reference: Reference?, skipping: Int, limit: Int) throws -> [ToldOutreach] {
        try rows(
            """
            SELECT r.token_hash, r.channel, r.quantity, r.reported_on, a.series, a.serial, a.year \(outreaches(in: section, of: reference))
            ORDER BY r.reported_on, r.token_hash LIMIT \(limit) OFFSET \(skipping)
            """
        ).map(ToldOutreach.init)
    }

    /// nil for what is unknown, of another section, voided, or of a case that was taken down.
    package func outreach(_ number: String, in section: Section.Code) throws -> ToldOutreach? {
        try row(
            """
            SELECT r.token_hash, r.channel, r.quantity, r.reported_on, a.series, a.serial, a.year \(outreaches(in: section, of: nil))
                AND r.token_hash = \(number)
            """
        ).map(ToldOutreach.init)
    }

    private func outreaches(in section: Section.Code, of reference: Reference?) -> SQL {
        let ofAction: SQL = reference.map { "a.series = \($0.series) AND a.serial = \($0.serial) AND a.year = \($0.year)" } ?? "1 = 1"
        return """
            FROM report r JOIN output o ON o.id = r.output_id JOIN action a ON a.id = o.action_id
            WHERE r.section = \(section) AND r.source <> 'import' AND r.voids IS NULL AND \(ofAction)
                AND NOT EXISTS (SELECT 1 FROM report v WHERE v.voids = r.id)
                AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.action_id = a.id)
            """
    }
}

extension ToldOutreach {
    /// The number is that of the token, which nobody can guess, and not the row's id, which tells the moment.
    fileprivate init(_ row: Row) throws {
        self.init(
            number: try row("token_hash"), reference: try Reference(row), channel: try row("channel"), quantity: try row("quantity"),
            on: try row("reported_on"))
    }
}
