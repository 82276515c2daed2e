import Campaign
import Documents
import HTTPTypes
import Hummingbird
import Storage

/// The nine reports, and the pictures for the secretariat. A section sees its own; the international desk all of them.
struct StatisticsRoutes: Sendable {
    private static let weeksAhead = 8
    /// So many rows stand on the page; all of them in the table to download.
    private static let most = 200

    let shell: DeskShell

    func add(to router: Router<Visitor>) {
        router.get("desk/statistics", use: shell.answer(.look, index))
        router.get("desk/statistics/:report", use: shell.answer(.look, show))
    }

    @Sendable private func index(_ asked: DeskShell.Asked) async throws -> Response {
        let reader = asked.reader, range = DayRange(asked.request.query, today: reader.today), scope = scope(range, reader)
        let last = reader.today.adding(days: 7 * Self.weeksAhead - 1)
        let (facts, servers) = try await shell.site.database.read { db in
            let servers = scope.section == nil ? try db.serverStatistics(scope) : []
            let facts = StatisticsFacts(
                days: try db.dailyStatistics(scope), channels: try db.statistics(.type, scope, in: reader.language),
                sections: try db.sectionStatistics(scope), outcomes: try db.outcomeStatistics(scope), first: try db.firstAppealDays(scope),
                deadlines: try db.deadlinesAhead(from: reader.today, until: last, of: scope.section), known: try db.sections())
            return (facts, servers)
        }
        let title = reader.text("desk.statistics_title")
        let page = StatisticsPage(
            title: title, intro: [about(reader)] + (servers.isEmpty ? [] : [reader.text("desk.statistics_servers_text")]),
            path: StatisticsLinks.index, range: range,
            reports: links(range, reader), downloads: [], plots: facts.plots(range, weeks: Self.weeksAhead, reader),
            tables: servers.isEmpty ? [] : [table(servers, reader)],
            layout: shell.layout(title, asked, at: StatisticsLinks.index), for: reader)
        return try shell.page(page, reader)
    }

    @Sendable private func show(_ asked: DeskShell.Asked) async throws -> Response {
        let reader = asked.reader, range = DayRange(asked.request.query, today: reader.today)
        guard let report = StatisticsReport(rawValue: try asked.parameter("report")) else { throw NotPublishedHere() }
        let scope = scope(range, reader)
        let isTable = asked.request.query["format"] == "csv"
        let lines = try await shell.site.database.read { db in
            try db.statistics(report, scope, in: reader.language, first: isTable ? .max : Self.most)
        }
        // Counts of what people wrote are made of personal data, though nobody can be told from them: who looked stands in the log.
        if report == .supporter { try await shell.desk.counting.note("statistics.supportersRead", asked.at.member.id.text) }
        let table = table(report, lines, reader), more = ["n": reader.words.grouped(Self.most), "all": reader.words.grouped(lines.all)]
        if isTable { return csv(report, lines, reader, isMarked: asked.request.query["mark"] == "1") }
        let title = reader.text("desk.statistics_by_\(report.rawValue)")
        let plot = Plot.bars(
            "plot-\(report.rawValue)", title, lines.rows.map { .init(label: label(report, $0.key, reader), number: $0.counted) },
            (title, reader.text("desk.counting_appeals")), reader)
        let page = StatisticsPage(
            title: title,
            intro: [about(reader)] + note(report, lines, scope, reader) + (lines.all > Self.most ? [reader.text("desk.statistics_more", more)] : []),
            path: "\(StatisticsLinks.index)/\(report.rawValue)", range: range,
            reports: links(range, reader, current: report),
            downloads: [
                Layout.Link(label: reader.text("desk.statistics_csv"), path: StatisticsLinks.report(report, range, "&format=csv")),
                Layout.Link(label: reader.text("desk.statistics_csv_marked"), path: StatisticsLinks.report(report, range, "&format=csv&mark=1")),
            ],
            plots: plot.hasBars ? [plot.withoutTable] : [], tables: [table], layout: shell.layout(title, asked, at: StatisticsLinks.index),
            for: reader)
        return try shell.page(page, reader)
    }

    private func scope(_ range: DayRange, _ reader: Reader) -> StatisticsScope {
        let section = reader.section
        return StatisticsScope(
            section: section.code == .international ? nil : section.code, from: range.from, to: range.to, threshold: section.threshold)
    }

    private func about(_ reader: Reader) -> String {
        reader.section.code == .international
            ? reader.text("desk.statistics_all") : reader.text("desk.statistics_own", ["section": reader.sectionName])
    }

    private func note(_ report: StatisticsReport, _ lines: StatisticsLines, _ scope: StatisticsScope, _ reader: Reader) -> [String] {
        let people = reader.text("desk.statistics_people", ["threshold": reader.words.grouped(scope.threshold)])
        let servers = lines.haveServers ? [reader.text("desk.statistics_servers_text")] : []
        return switch report {
        case .topic: [reader.text("desk.statistics_topics"), people] + servers
        case .supporter: [reader.text("desk.statistics_supporters", ["threshold": reader.words.grouped(scope.threshold)])]
        default: [people] + servers
        }
    }

    private func links(_ range: DayRange, _ reader: Reader, current: StatisticsReport? = nil) -> [Layout.Link] {
        StatisticsReport.allCases.map {
            Layout.Link(label: reader.text("desk.statistics_by_\($0.rawValue)"), path: StatisticsLinks.report($0, range), isCurrent: $0 == current)
        }
    }

    private func label(_ report: StatisticsReport, _ key: String, _ reader: Reader) -> String {
        switch report {
        case .country: Country(key)?.name(in: reader.language) ?? key
        case .topic: reader.text("topic.\(key)")
        case .type: reader.text("channel.\(key)")
        case .supporter: reader.text("desk.statistics_step", ["range": key])
        case .action, .title, .number, .year, .month: key
        }
    }

    private func heads(_ report: StatisticsReport, _ lines: StatisticsLines, _ reader: Reader) -> [String] {
        let others = ["counting_appeals", "statistics_elsewhere", "statistics_known"] + (lines.haveServers ? ["statistics_servers"] : [])
        return [reader.text("desk.statistics_by_\(report.rawValue)")] + others.map { reader.text("desk.\($0)") }
    }

    private func table(_ servers: [ServerSum], _ reader: Reader) -> DeskTable {
        DeskTable(
            reader.text("desk.statistics_servers"),
            columns: ["servers_known", "statistics_cases", "counting_appeals"].map { reader.text("desk.\($0)") },
            rows: servers.map { [.init($0.name), .init(reader.words.grouped($0.cases)), .init(reader.words.grouped($0.appeals))] },
            empty: reader.text("desk.statistics_nothing"))
    }

    private func table(_ report: StatisticsReport, _ lines: StatisticsLines, _ reader: Reader) -> DeskTable {
        DeskTable(
            reader.text("desk.statistics_table"), columns: heads(report, lines, reader),
            rows: lines.rows.map { row in
                [
                    .init(label(report, row.key, reader)), .init(reader.words.grouped(row.counted)), .init(reader.words.grouped(row.elsewhere)),
                    .init(row.supporters.map(reader.words.grouped) ?? "–"),
                ] + (lines.haveServers ? [.init(reader.words.grouped(row.atServers))] : [])
            },
            empty: reader.text("desk.statistics_nothing"))
    }

    /// - Parameter isMarked: with the mark of UTF-8 before it, which some spreadsheets need to read accents.
    private func csv(_ report: StatisticsReport, _ lines: StatisticsLines, _ reader: Reader, isMarked: Bool) -> Response {
        let rows = lines.rows.map { row in
            [label(report, row.key, reader), String(row.counted), String(row.elsewhere), row.supporters.map(String.init) ?? ""]
                + (lines.haveServers ? [String(row.atServers)] : [])
        }
        let text = (isMarked ? "\u{FEFF}" : "") + CSVTable.text([heads(report, lines, reader)] + rows)
        return .download(text, named: "appeals-by-\(report.rawValue).csv", type: "text/csv; charset=utf-8")
    }
}
