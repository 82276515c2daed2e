package import Documents
package import Storage

/// An entry of the ledger as the desk lists it.
package struct CountedEntry: Sendable {
    package let id: Report.ID
    package let reference: Reference
    package let ordinal: Int
    package let channel: Channel
    package let quantity: Int
    package let source: ReportSource
    package let on: Day
    package let at: Instant
    package let groupName: String?
    package let note: String?
    package let state: CorrectedState
    package let suspicion: Suspicion?
    package let reason: String?
}

/// What is held apart: for one action, for one reason.
package struct HeldSum: Sendable, Equatable {
    package let reference: Reference
    package let suspicion: Suspicion
    package let entries: Int
    package let appeals: Int
    package let first: Instant
    package let last: Instant
}

/// An hour in which far more was reported for an action than in its other hours.
package struct BurstHour: Sendable, Equatable {
    package let reference: Reference
    package let begin: Instant
    package let entries: Int
    package let appeals: Int
    /// Appeals in the hour that stands in the middle of the action's others.
    package let usual: Int
}

extension Connection {
    /// What a section's desk entered, and what of its reports was voided; the latest first. What is held apart has sums of its own.
    package func countedEntries(of section: Section.Code, entry: Report.ID? = nil, limit: Int) throws -> [CountedEntry] {
        let which: SQL =
            entry.map { "r.id = \($0)" } ?? """
                r.id IN (SELECT report_id FROM report_note UNION
                    SELECT c.voids FROM report_correction k JOIN report c ON c.id = k.report_id WHERE k.kind = 'voided')
                """
        return try rows(
            """
            SELECT r.*, o.ordinal, a.series, a.serial, a.year, w.name AS group_name, p.note, n.kind, n.suspicion, n.reason, v.id AS void_id,
                x.report_id AS restored_by
            FROM report r JOIN output o ON o.id = r.output_id JOIN action a ON a.id = o.action_id
            LEFT JOIN report_note p ON p.report_id = r.id LEFT JOIN report v ON v.voids = r.id
            LEFT JOIN report_correction n ON n.report_id = v.id LEFT JOIN report_correction x ON x.about = v.id
            LEFT JOIN group_report g ON g.report_id = r.id LEFT JOIN writing_group w ON w.id = g.group_id
            WHERE r.section = \(section) AND r.voids IS NULL AND \(which) ORDER BY r.reported_at DESC, r.id DESC LIMIT \(limit)
            """
        ).map(CountedEntry.init)
    }

    /// What of a section's reports is held apart now.
    package func heldSums(of section: Section.Code) throws -> [HeldSum] {
        try rows(
            """
            SELECT a.series, a.serial, a.year, n.suspicion, COUNT(*) AS entries, CAST(SUM(r.quantity) AS BIGINT) AS appeals,
                MIN(r.reported_at) AS first_at, MAX(r.reported_at) AS last_at
            FROM report_correction n JOIN report v ON v.id = n.report_id JOIN report r ON r.id = v.voids
            JOIN output o ON o.id = r.output_id JOIN action a ON a.id = o.action_id
            WHERE r.section = \(section) AND n.kind = 'held' AND n.suspicion IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM report_correction x WHERE x.about = v.id)
            GROUP BY a.series, a.serial, a.year, n.suspicion ORDER BY MAX(r.reported_at) DESC
            """
        ).map { row in
            HeldSum(
                reference: try Reference(row), suspicion: try row("suspicion"), entries: try row("entries"), appeals: try row("appeals"),
                first: try row("first_at"), last: try row("last_at"))
        }
    }

    /// What forms and programs reported to a section since an instant and still counts, hour by hour.
    func reportedHours(of section: Section.Code, since: Instant) throws -> [ReportedHour] {
        try rows(
            """
            SELECT a.series, a.serial, a.year, substr(r.reported_at, 1, 13) AS hour, COUNT(*) AS entries,
                CAST(SUM(r.quantity) AS BIGINT) AS appeals
            FROM report r JOIN output o ON o.id = r.output_id JOIN action a ON a.id = o.action_id
            WHERE r.section = \(section) AND r.reported_at >= \(since) AND r.source IN ('form', 'program') AND r.voids IS NULL
                AND NOT EXISTS (SELECT 1 FROM report v WHERE v.voids = r.id)
            GROUP BY a.series, a.serial, a.year, substr(r.reported_at, 1, 13) ORDER BY hour
            """
        ).compactMap { row in
            let hour: String = try row("hour")
            guard let begin = Instant(hour + ":00:00.000Z") else { return nil }
            return ReportedHour(reference: try Reference(row), begin: begin, entries: try row("entries"), appeals: try row("appeals"))
        }
    }

    /// The groups of a section, by name.
    package func groups(of section: Section.Code) throws -> [WritingGroup] {
        try rows("SELECT * FROM writing_group WHERE section = \(section) ORDER BY name, code").map(WritingGroup.init)
    }

    /// Those of these tokens that are in the ledger.
    func knownTokens(_ hashes: [String]) throws -> Set<String> {
        try hashes.chunks(of: 500).reduce(into: []) { known, part in
            for row in try rows("SELECT token_hash FROM report WHERE token_hash IN \(SQL.list(Array(part)))") { known.insert(try row("token_hash")) }
        }
    }

    func insertNotes(_ notes: [(Report, String)], by name: String) throws {
        for part in notes.chunks(of: 500) {
            try execute("INSERT INTO report_note (report_id, note, entered_by) VALUES \(SQL.values(part.map { [$0.0.id, $0.1, name] }))")
        }
    }
}

/// What was reported for an action in one hour.
struct ReportedHour: Sendable {
    let reference: Reference
    let begin: Instant
    let entries: Int
    let appeals: Int
}

extension CountedEntry {
    fileprivate init(_ row: Row) throws {
        let void: String? = try row("void_id"), restored: String? = try row("restored_by"), kind: CorrectedState? = try row("kind")
        self.init(
            id: try row("id"), reference: try Reference(row), ordinal: try row("ordinal"), channel: try row("channel"), quantity: try row("quantity"),
            source: try row("source"), on: try row("reported_on"), at: try row("reported_at"), groupName: try row("group_name"),
            note: try row("note"),
            state: void == nil ? .counted : restored == nil ? kind ?? .voided : .restored, suspicion: try row("suspicion"), reason: try row("reason"))
    }
}
