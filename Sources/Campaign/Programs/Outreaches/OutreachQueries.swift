package import Documents
package import Storage

extension Connection {
    /// How many reports a section took that count, for one action or all that were not taken down. Imported sums are no reports.
    package func outreachCount(in section: Section.Code, of reference: Reference?) throws -> Int {
        guard let reference else { return try count(told(in: section)) }
        return try row("SELECT COUNT(*) AS reports \(outreaches(told(in: section, of: reference)))")?("reports") ?? 0
    }

    /// What ``outreachCount(in:of:)`` counts, the earliest day first; within a day in an order that is not that of time.
    package func outreaches(in section: Section.Code, of reference: Reference?, skipping: Int, limit: Int) throws -> [ToldOutreach] {
        if let reference { return try outreaches(where: told(in: section, of: reference), skipping: skipping, limit: limit) }
        // Of a whole section the index finds the day with which the page begins; no day before it is read.
        let told = told(in: section)
        let begin = try row("SELECT r.reported_on FROM report r WHERE \(told) ORDER BY r.reported_on LIMIT 1 OFFSET \(skipping)")
        guard let first: Day = try begin?("reported_on") else { return [] }
        let before = try count("\(told) AND r.reported_on < \(first)")
        return try outreaches(where: "\(told) AND r.reported_on >= \(first)", skipping: skipping - before, limit: limit)
    }

    /// nil for what is unknown, of another section, voided, or of a case that was taken down.
    package func outreach(_ number: String, in section: Section.Code) throws -> ToldOutreach? {
        try outreaches(where: "\(told(in: section)) AND r.token_hash = \(number)", skipping: 0, limit: 1).first
    }

    private func count(_ told: SQL) throws -> Int { try row("SELECT COUNT(*) AS reports FROM report r WHERE \(told)")?("reports") ?? 0 }

    private func outreaches(where told: SQL, skipping: Int, limit: Int) throws -> [ToldOutreach] {
        try rows(
            """
            SELECT r.token_hash, r.channel, r.quantity, r.reported_on, a.series, a.serial, a.year \(outreaches(told))
            ORDER BY r.reported_on, r.token_hash LIMIT \(limit) OFFSET \(skipping)
            """
        ).map(ToldOutreach.init)
    }

    private func outreaches(_ told: SQL) -> SQL {
        "FROM report r JOIN output o ON o.id = r.output_id JOIN action a ON a.id = o.action_id WHERE \(told)"
    }

    /// Reports `r` of a section that count. What was voided or taken down is looked up once, not for each.
    private func told(in section: Section.Code) -> SQL {
        """
        r.section = \(section) AND r.source <> 'import' AND r.quantity > 0 AND r.id NOT IN (
            SELECT v.voids FROM report v WHERE v.voids > ''
            UNION ALL SELECT x.id FROM report x WHERE x.output_id IN (
                SELECT p.id FROM output p WHERE p.action_id IN (SELECT w.action_id FROM withdrawal w)))
        """
    }

    /// The same of an action `a`.
    private func told(in section: Section.Code, of reference: Reference) -> SQL {
        """
        r.section = \(section) AND r.source <> 'import' AND r.voids IS NULL
        AND a.series = \(reference.series) AND a.serial = \(reference.serial) AND a.year = \(reference.year)
        AND NOT EXISTS (SELECT 1 FROM report v WHERE v.voids = r.id) AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.action_id = a.id)
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
