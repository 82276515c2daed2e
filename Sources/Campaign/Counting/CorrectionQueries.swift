import Documents
import Storage

extension Connection {
    /// The entries of a selection to which a correction can be done, in the order they were made.
    func correctable(_ correction: Correction, _ selection: CountSelection) throws -> [Correctable] {
        let state: SQL =
            switch correction {
            case .hold: "v.id IS NULL"
            case .void: "(v.id IS NULL OR (n.kind = 'held' AND x.report_id IS NULL))"
            case .restore: "v.id IS NOT NULL AND x.report_id IS NULL"
            }
        return try rows(
            """
            SELECT r.*, v.id AS void_id, g.group_id, a.series, a.serial, a.year
            FROM report r JOIN output o ON o.id = r.output_id JOIN action a ON a.id = o.action_id
            LEFT JOIN report v ON v.voids = r.id LEFT JOIN report_correction n ON n.report_id = v.id
            LEFT JOIN report_correction x ON x.about = v.id LEFT JOIN group_report g ON g.report_id = r.id
            WHERE r.voids IS NULL AND \(state) AND \(selection.condition) ORDER BY r.reported_at, r.id
            """
        ).map { row in
            Correctable(
                report: try Report(row), group: try row("group_id"), void: try row("void_id"), reference: try Reference(row))
        }
    }

    /// Notes why entries correct others.
    func insert(_ notes: [CorrectionNote]) throws {
        guard !notes.isEmpty else { return }
        try execute(
            """
            INSERT INTO report_correction (report_id, kind, about, suspicion, reason, by_name)
            VALUES \(SQL.values(notes.map { [$0.report, $0.kind, $0.about, $0.suspicion, $0.reason, $0.by] }))
            """
        )
    }

    /// Says of entries that are held apart that they stay out for good. They are out of the sum already.
    func keepOut(_ voids: [Report.ID], reason: String, by name: String) throws {
        try execute(
            "UPDATE report_correction SET kind = 'voided', reason = \(reason), by_name = \(name) WHERE kind = 'held' AND report_id IN \(SQL.list(voids))"
        )
    }

    /// Entries that take another back and are not its opposite, and sums below nothing.
    func countMistakenVoids() throws -> Int {
        let row = try row(
            """
            SELECT COUNT(*) AS reports FROM report v JOIN report r ON r.id = v.voids
            WHERE v.quantity <> -r.quantity OR v.output_id <> r.output_id OR v.section <> r.section OR v.channel <> r.channel
                OR v.source <> r.source OR v.late <> r.late OR v.reported_on <> r.reported_on
            """
        )
        return try row?("reports") ?? 0
    }
}

/// An entry that can be corrected, with what has been done about it.
struct Correctable: Sendable {
    let report: Report
    let group: WritingGroup.ID?
    /// The entry that takes it back, if one does.
    let void: Report.ID?
    let reference: Reference
}

extension Report {
    init(_ row: Row) throws {
        self.init(
            id: try row("id"), output: try row("output_id"), section: try row("section"), channel: try row("channel"),
            quantity: try row("quantity"), source: try row("source"), isLate: try row("late"), tokenHash: try row("token_hash"),
            reportedOn: try row("reported_on"), reportedAt: try row("reported_at"))
    }
}

extension CountSelection {
    /// Of the report `r`, its action `a` and the note `n` beside what takes it back.
    var condition: SQL {
        var parts: [SQL] = ["1 = 1"]
        if let entry { parts.append("r.id = \(entry)") }
        if let section { parts.append("r.section = \(section)") }
        if let reference { parts.append("a.series = \(reference.series) AND a.serial = \(reference.serial) AND a.year = \(reference.year)") }
        if let channel { parts.append("r.channel = \(channel)") }
        if let source { parts.append("r.source = \(source)") }
        if let from { parts.append("r.reported_on >= \(from)") }
        if let to { parts.append("r.reported_on <= \(to)") }
        if let since { parts.append("r.reported_at >= \(since)") }
        if let until { parts.append("r.reported_at < \(until)") }
        if let suspicion { parts.append("n.suspicion = \(suspicion)") }
        return SQL.joined(parts, by: " AND ")
    }
}
