import Documents
package import Storage

extension Connection {
    /// What was counted here, and by the servers that follow us.
    package func tally(of action: Action.ID) throws -> Tally {
        let rows = try rows(
            """
            SELECT o.ordinal, t.section, t.channel, t.source, t.late, CAST(SUM(t.appeals) AS BIGINT) AS appeals
            FROM tally t JOIN output o ON o.id = t.output_id
            WHERE o.action_id = \(action)
            GROUP BY o.ordinal, t.section, t.channel, t.source, t.late ORDER BY o.ordinal, t.section, t.channel
            """
        )
        return Tally(
            lines: try rows.map {
                Tally.Line(
                    ordinal: try $0("ordinal"), section: try $0("section"), channel: try $0("channel"), source: try $0("source"),
                    isLate: try $0("late"),
                    appeals: try $0("appeals")
                )
            } + partnerLines(of: action)
        )
    }

    /// The tally as it is kept.
    func keptTally() throws -> [TallyKey: TallySum] {
        try sums(rows("SELECT * FROM tally"))
    }

    /// The tally as the ledger adds up.
    func recomputedTally() throws -> [TallyKey: TallySum] {
        try sums(
            rows(
                """
                SELECT output_id, section, channel, source, late, reported_on, COUNT(*) AS reports,
                    CAST(SUM(quantity) AS BIGINT) AS appeals
                FROM report GROUP BY output_id, section, channel, source, late, reported_on
                """
            )
        )
    }

    private func sums(_ rows: [Row]) throws -> [TallyKey: TallySum] {
        try Dictionary(rows.map { (try TallyKey($0), TallySum(reports: try $0("reports"), appeals: try $0("appeals"))) }, uniquingKeysWith: +)
    }
}

extension Connection {
    func outputNameRows() throws -> [Row] {
        try rows("SELECT o.id, o.ordinal, a.series, a.serial, a.year FROM output o JOIN action a ON a.id = o.action_id")
    }
}
