package import Storage

/// What waits in the database.
package struct Queues: Sendable {
    package struct Line: Sendable {
        package let kind: String
        package let state: Job.State
        package let count: Int
    }

    package let jobs: [Line]
    /// Since when the job has been due that is due longest; nil when none waits.
    package let oldestDue: Instant?
    /// Notices that wait, counted up to 100,000.
    package let deliveries: Int
    /// When a notice was last handed over.
    package let lastSent: Instant?
}

extension Connection {
    /// The engine's own version, as it says it.
    package func engineVersion() throws -> String {
        let asked: SQL = dialect == .sqlite ? "SELECT sqlite_version() AS version" : "SELECT current_setting('server_version') AS version"
        return try row(asked).map { try $0("version") } ?? ""
    }

    package func queues() throws -> Queues {
        let jobs = try rows("SELECT kind, state, CAST(count(*) AS BIGINT) AS jobs FROM job GROUP BY kind, state ORDER BY kind, state").map { row in
            Queues.Line(kind: try row("kind"), state: try row("state"), count: try row("jobs"))
        }
        let oldest = try row("SELECT due_at FROM job WHERE state = \(Job.State.waiting) ORDER BY due_at LIMIT 1")
        let waiting = try row("SELECT CAST(count(*) AS BIGINT) AS due FROM (\(SQL.waitingDeliveries) LIMIT 100000) AS few")
        let sent = try row("SELECT MAX(last_sent_at) AS sent_at FROM alert")
        return Queues(
            jobs: jobs, oldestDue: try oldest.map { try $0("due_at") }, deliveries: try waiting.map { try $0("due") } ?? 0,
            lastSent: try sent.flatMap { try $0("sent_at") })
    }
}

extension SQL {
    /// A row for each notice that waits: those that nobody took up yet, those in somebody's stretch, and those that have a turn of their own.
    fileprivate static var waitingDeliveries: SQL {
        """
        SELECT 1 AS one FROM alert l JOIN delivery d ON d.alert_id = l.id AND d.supporter_id > l.handed_up_to AND d.supporter_id <= l.selected_up_to
            WHERE l.handed_up_to < l.selected_up_to AND \(isFresh("d"))
        UNION ALL SELECT 1 AS one FROM delivery_stretch s JOIN delivery d
            ON d.alert_id = s.alert_id AND d.supporter_id > s.after_id AND d.supporter_id <= s.up_to WHERE \(isFresh("d"))
        UNION ALL SELECT 1 AS one FROM delivery WHERE in_digest = \(false) AND due_at IS NOT NULL
        """
    }
}
