import Documents
package import Storage

extension Connection {
    /// Server by server, the largest sum first: what it counted of whole cases that may have had appeals in these days.
    package func serverStatistics(_ scope: StatisticsScope) throws -> [ServerSum] {
        try rows(
            """
            SELECT t.name, COUNT(DISTINCT t.action_id) AS cases, CAST(SUM(t.appeals) AS BIGINT) AS appeals FROM (\(scope.figures)) t
            GROUP BY t.partner_id, t.name ORDER BY appeals DESC, t.name
            """
        ).map { ServerSum(name: try $0("name"), cases: try $0("cases"), appeals: try $0("appeals")) }
    }

    func haveFigures(_ scope: StatisticsScope) throws -> Bool { try row("SELECT 1 AS one FROM (\(scope.figures)) t LIMIT 1") != nil }

    /// The same by what a report is about. Their figures come first: else SQLite goes through all cases and looks for figures of each.
    func appealsAtServers(_ report: StatisticsReport, _ scope: StatisticsScope, in language: Language) throws -> [String: Int] {
        try Dictionary(
            rows(
                """
                WITH t AS MATERIALIZED (\(scope.figures))
                SELECT \(report.key(language)) AS label, CAST(SUM(t.appeals) AS BIGINT) AS appeals FROM t \(report.joins) GROUP BY 1
                """
            ).map { (try $0("label"), try $0("appeals")) }, uniquingKeysWith: +)
    }
}

extension StatisticsScope {
    /// Other servers tell no days. A document issued after these days had no appeals in them, nor one of which a server last told something before.
    fileprivate var figures: SQL {
        """
        SELECT f.partner_id, p.name, f.output_id, d.action_id, f.channel, f.appeals FROM partner_figure f CROSS JOIN output d
        JOIN partner p ON p.id = f.partner_id
        JOIN partner_tally l ON l.partner_id = f.partner_id AND l.action_id = d.action_id AND l.state = \(PartnerTally.State.counted)
        WHERE d.id = f.output_id AND p.left_out IS NULL AND substr(l.at, 1, 10) >= \(from) AND (d.issued_on IS NULL OR d.issued_on <= \(to))
        """
    }
}
