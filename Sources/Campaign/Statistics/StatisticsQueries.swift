package import Documents
package import Storage

extension Connection {
    /// One of the nine reports, the largest sum first; by time where it is about time.
    package func statistics(_ report: StatisticsReport, _ scope: StatisticsScope, in language: Language) throws -> [StatisticsRow] {
        guard report != .supporter else { return try supporterStatistics(scope) }
        let sums = try sums(report, scope, in: language), known = try knownSupporters(report, scope, in: language)
        var told = report.isByTime || scope.section != nil ? [:] : try appealsAtServers(report, scope, in: language)
        var list = sums.map { key, sum in
            StatisticsRow(
                key: key, counted: sum.counted, elsewhere: sum.elsewhere, supporters: known[key], atServers: told.removeValue(forKey: key) ?? 0)
        }
        list += told.map { StatisticsRow(key: $0.key, counted: 0, elsewhere: 0, supporters: nil, atServers: $0.value) }
        list = list.filter { $0.counted != 0 || $0.elsewhere != 0 || $0.atServers != 0 }
        return report.isByTime ? list.sorted { $0.key < $1.key } : list.sorted { ($1.counted, $0.key) < ($0.counted, $1.key) }
    }

    /// The first lines of a report and how many it has. Where the lines are documents or cases, of which there may be tens of thousands, names are
    /// looked up for the first ones alone, and those that have as much as the last of these; for all where other servers counted as well.
    package func statistics(
        _ report: StatisticsReport, _ scope: StatisticsScope, in language: Language, first: Int
    ) throws -> StatisticsLines {
        guard let sums = report.sums(scope), try scope.section != nil || !haveFigures(scope) else {
            let rows = try statistics(report, scope, in: language)
            return StatisticsLines(Array(rows.prefix(first)), of: rows.count, haveServers: rows.contains { $0.atServers != 0 })
        }
        let known = try knownSupporters(report, scope, in: language)
        let rows = try rows(
            """
            WITH sums AS MATERIALIZED (\(sums))
            SELECT \(report.key(language)) AS label, t.counted, t.elsewhere, (SELECT COUNT(*) FROM sums) AS lines FROM sums t \(report.joins)
            WHERE t.counted >= COALESCE((SELECT s.counted FROM sums s ORDER BY s.counted DESC LIMIT 1 OFFSET \(first - 1)), t.counted)
            """
        )
        let list = try rows.map { row in
            let key: String = try row("label")
            return StatisticsRow(key: key, counted: try row("counted"), elsewhere: try row("elsewhere"), supporters: known[key])
        }
        let sorted = list.sorted { ($1.counted, $0.key) < ($0.counted, $1.key) }
        return StatisticsLines(Array(sorted.prefix(first)), of: try rows.first?("lines") ?? 0, haveServers: false)
    }

    /// How many of those who keep a history told of what the report is about, where they are enough.
    private func knownSupporters(_ report: StatisticsReport, _ scope: StatisticsScope, in language: Language) throws -> [String: Int] {
        let people = try rows(
            """
            SELECT \(report.key(language)) AS label, COUNT(DISTINCT h.supporter_id) AS supporters
            FROM supporter_report h JOIN report t ON t.id = h.report_id \(report.joins)
            WHERE \(scope.condition) AND NOT EXISTS (SELECT 1 FROM report v WHERE v.voids = t.id) GROUP BY 1
            """
        )
        return try Dictionary(people.map { (try $0("label"), try $0("supporters")) }, uniquingKeysWith: +).filter { $0.value >= scope.threshold }
    }

    /// What was counted and what elsewhere by what the report is about: first by what a row of the tally says itself, of which there are fewer, and
    /// these together by their names.
    private func sums(
        _ report: StatisticsReport, _ scope: StatisticsScope, in language: Language
    ) throws -> [String: (counted: Int, elsewhere: Int)] {
        let rows = try rows(
            """
            SELECT \(report.key(language)) AS label, t.counted, t.elsewhere FROM (\(scope.sums(by: report.grain))) t \(report.joins)
            """
        )
        return try rows.reduce(into: [:]) { sums, row in
            let key: String = try row("label"), before = sums[key] ?? (0, 0)
            sums[key] = (before.counted + (try row("counted")), before.elsewhere + (try row("elsewhere")))
        }
    }

    /// How many of those who keep a history told of 1, of 2 to 4, of 5 to 9, of 10 or more appeals.
    private func supporterStatistics(_ scope: StatisticsScope) throws -> [StatisticsRow] {
        let sums = try rows(
            """
            SELECT CAST(SUM(t.quantity) AS BIGINT) AS appeals FROM supporter_report h JOIN report t ON t.id = h.report_id
            WHERE \(scope.condition) AND NOT EXISTS (SELECT 1 FROM report v WHERE v.voids = t.id) GROUP BY h.supporter_id
            """
        ).map { try $0("appeals") as Int }
        let steps = [("1", 1...1), ("2–4", 2...4), ("5–9", 5...9), ("10+", 10...Int.max)]
        return steps.compactMap { name, range in
            let those = sums.filter(range.contains)
            guard those.count >= scope.threshold else { return nil }
            return StatisticsRow(key: name, counted: those.reduce(0, +), elsewhere: 0, supporters: those.count)
        }
    }

    /// What each section counted.
    package func sectionStatistics(_ scope: StatisticsScope) throws -> [(section: Section.Code, counted: Int)] {
        try rows(
            """
            SELECT t.section, CAST(SUM(t.appeals) AS BIGINT) AS counted FROM tally t WHERE \(scope.condition) AND t.source <> 'import'
            GROUP BY t.section ORDER BY counted DESC, t.section
            """
        ).map { (try $0("section"), try $0("counted")) }
    }

    /// What was counted day by day.
    package func dailyStatistics(_ scope: StatisticsScope) throws -> [Day: Int] {
        try Dictionary(
            rows(
                """
                SELECT t.reported_on, CAST(SUM(t.appeals) AS BIGINT) AS counted FROM tally t WHERE \(scope.condition) AND t.source <> 'import'
                GROUP BY t.reported_on
                """
            ).map { (try $0("reported_on"), try $0("counted")) }, uniquingKeysWith: +)
    }

    /// How the cases ended whose end was told in these days, and how many were told of no end: the latter are the rest of the denominator.
    package func outcomeStatistics(_ scope: StatisticsScope) throws -> [(outcome: Outcome, cases: Int)] {
        try rows(
            """
            SELECT o.outcome, COUNT(DISTINCT o.action_id) AS cases FROM output o
            WHERE o.outcome IS NOT NULL AND o.published_at IS NOT NULL AND COALESCE(o.issued_on, o.event_on, substr(o.published_at, 1, 10))
                BETWEEN \(scope.from) AND \(scope.to) AND \(scope.isShown)
            GROUP BY o.outcome ORDER BY cases DESC, o.outcome
            """
        ).map { (try $0("outcome"), try $0("cases")) }
    }

    /// For each document issued in these days on which something was reported: days from its issue to the first appeal.
    package func firstAppealDays(_ scope: StatisticsScope) throws -> [Int] {
        try rows(
            """
            SELECT o.issued_on, MIN(t.reported_on) AS first_on FROM output o JOIN tally t ON t.output_id = o.id
            WHERE o.issued_on BETWEEN \(scope.from) AND \(scope.to) AND t.source <> 'import' AND t.appeals > 0 AND \(scope.isCounted)
            GROUP BY o.id, o.issued_on
            """
        ).map { row in
            let issued: Day = try row("issued_on"), first: Day = try row("first_on")
            return max(issued.days(until: first), 0)
        }
    }

    /// The deadlines of published documents from a day on, each with how many documents have it.
    package func deadlinesAhead(from day: Day, until last: Day, of section: Section.Code?) throws -> [Day: Int] {
        let scope = StatisticsScope(section: section, from: day, to: last, threshold: 0)
        return try Dictionary(
            rows(
                """
                SELECT o.act_until, COUNT(*) AS outputs FROM output o WHERE o.act_until BETWEEN \(day) AND \(last) AND o.published_at IS NOT NULL
                    AND o.ended_on IS NULL AND NOT EXISTS (SELECT 1 FROM output n WHERE n.action_id = o.action_id AND n.ordinal > o.ordinal
                    AND n.published_at IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.action_id = o.action_id) AND \(scope.isShown)
                GROUP BY o.act_until
                """
            ).map { (try $0("act_until"), try $0("outputs")) }, uniquingKeysWith: +)
    }
}

extension StatisticsScope {
    /// Of a row `t` of the tally or of the ledger.
    fileprivate var condition: SQL { "t.reported_on BETWEEN \(from) AND \(to) AND \(isCounted)" }

    /// By a column of the tally.
    fileprivate func sums(by grain: SQL) -> SQL {
        """
        SELECT \(grain), CAST(SUM(CASE WHEN t.source <> 'import' THEN t.appeals ELSE 0 END) AS BIGINT) AS counted,
            CAST(SUM(CASE WHEN t.source = 'import' THEN t.appeals ELSE 0 END) AS BIGINT) AS elsewhere
        FROM tally t WHERE \(condition) GROUP BY \(grain)
        """
    }

    fileprivate var isCounted: SQL { section.map { "t.section = \($0)" } ?? "1 = 1" }

    fileprivate var isShown: SQL {
        section.map { "EXISTS (SELECT 1 FROM edition e WHERE e.output_id = o.id AND e.section IN (\($0), \(Section.Code.international)))" } ?? "1 = 1"
    }
}

extension StatisticsReport {
    fileprivate var isByTime: Bool { self == .year || self == .month }

    func key(_ language: Language) -> SQL {
        let number: SQL = "a.series || ' ' || CAST(a.serial AS TEXT) || '/' || substr(CAST(a.year AS TEXT), 3, 2)"
        return switch self {
        case .action: number + " || ' · ' || CAST(o.ordinal AS TEXT)"
        case .title:
            """
            COALESCE((SELECT x.headline FROM text x WHERE x.output_id = o.id AND x.language = \(language)),
                (SELECT MIN(x.headline) FROM text x WHERE x.output_id = o.id), \(number))
            """
        case .number: number
        // No bare columns: grouping by these, SQLite would go through their indexes, all countries of all times, and look for sums afterwards.
        case .country: "c.country || ''"
        case .topic: "p.topic || ''"
        case .year: "substr(t.reported_on, 1, 4)"
        case .month: "substr(t.reported_on, 1, 7)"
        case .type, .supporter: "t.channel"
        }
    }

    /// What was counted of each line, where the lines are documents or cases; `output_id` is a document of it.
    fileprivate func sums(_ scope: StatisticsScope) -> SQL? {
        let sums = scope.sums(by: grain)
        return switch self {
        case .action: "SELECT * FROM (\(sums)) s WHERE s.counted <> 0 OR s.elsewhere <> 0"
        case .number:
            """
            SELECT MIN(s.output_id) AS output_id, CAST(SUM(s.counted) AS BIGINT) AS counted, CAST(SUM(s.elsewhere) AS BIGINT) AS elsewhere
            FROM (\(sums)) s JOIN output d ON d.id = s.output_id GROUP BY d.action_id HAVING SUM(s.counted) <> 0 OR SUM(s.elsewhere) <> 0
            """
        case .title, .country, .topic, .year, .month, .type, .supporter: nil
        }
    }

    /// The column of the tally from which the rest follows.
    fileprivate var grain: SQL {
        switch self {
        case .action, .title, .number, .country, .topic: "t.output_id"
        case .year, .month: "t.reported_on"
        case .type, .supporter: "t.channel"
        }
    }

    var joins: SQL {
        switch self {
        case .action, .number: "JOIN output o ON o.id = t.output_id JOIN action a ON a.id = o.action_id"
        // A headline may name somebody who had to be protected since.
        case .title:
            """
            JOIN output o ON o.id = t.output_id
            JOIN action a ON a.id = o.action_id AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.action_id = a.id)
            """
        case .country: "JOIN output o ON o.id = t.output_id JOIN action_country c ON c.action_id = o.action_id"
        case .topic: "JOIN output o ON o.id = t.output_id JOIN action_topic p ON p.action_id = o.action_id"
        case .year, .month, .type, .supporter: ""
        }
    }
}
