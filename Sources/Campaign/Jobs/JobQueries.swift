package import Storage

extension Connection {
    /// Has something done once the transaction is committed, and not before `due`. An id that is there already is left as it is: whoever
    /// makes the id out of what is to be done asks as often as they like.
    package func enqueue(
        _ kind: String, subject: String, priority: Int = Job.usual, due: Instant? = nil, id: String, at now: Instant
    ) throws {
        try execute(
            """
            INSERT INTO job (id, kind, subject, priority, state, due_at, attempts, created_at)
            VALUES (\(id), \(kind), \(subject), \(priority), \(Job.State.waiting), \(due ?? now), 0, \(now))
            ON CONFLICT (id) DO NOTHING
            """
        )
    }

    /// All jobs there are, in the order in which they are begun; the dead last.
    package func jobs(_ state: Job.State? = nil) throws -> [Job] {
        let chosen: SQL = state.map { "WHERE state = \($0)" } ?? ""
        return try rows("SELECT * FROM job \(chosen) ORDER BY CASE state WHEN 'dead' THEN 1 ELSE 0 END, priority, due_at, id").map(Job.init)
    }

    func hasDueJob(of kinds: [String], at now: Instant) throws -> Bool {
        try row("SELECT 1 AS one FROM job WHERE \(due(kinds, now)) LIMIT 1") != nil
    }

    /// Takes the next job for `worker`, whose it is until `end`. A worker's job that was not heard of in time is taken from it.
    ///
    /// Here the engines part ways: SQLite has one writer at a time, PostgreSQL passes over the rows that another is just taking. That wants
    /// its usual isolation level, under which such a meeting is no conflict.
    func claimJob(of kinds: [String], by worker: String, until end: Instant, at now: Instant) throws -> Job? {
        try relax()
        return try row(
            """
            UPDATE job SET state = \(Job.State.running), claimed_by = \(worker), claimed_until = \(end), attempts = attempts + 1
            WHERE id = (SELECT id FROM job WHERE \(due(kinds, now)) ORDER BY priority, due_at, id LIMIT 1 \(skippingLocked)) RETURNING *
            """
        ).map(Job.init)
    }

    /// Keeps a job for its worker a while longer; false when it is no longer this worker's.
    func keepJob(_ id: Job.ID, by worker: String, until end: Instant) throws -> Bool {
        try execute("UPDATE job SET claimed_until = \(end) WHERE id = \(id) AND claimed_by = \(worker)") > 0
    }

    func finishJob(_ id: Job.ID, by worker: String) throws {
        try execute("DELETE FROM job WHERE id = \(id) AND claimed_by = \(worker)")
    }

    /// Another attempt at `due`, or none when that is nil.
    func putOffJob(_ id: Job.ID, by worker: String, until due: Instant?, because failure: String) throws {
        let state = due == nil ? Job.State.dead : .waiting
        try execute(
            """
            UPDATE job SET state = \(state), due_at = COALESCE(\(due), due_at), failure = \(failure), claimed_by = NULL, claimed_until = NULL
            WHERE id = \(id) AND claimed_by = \(worker)
            """
        )
    }

    /// Begins a job anew, as if it had never been tried. False when there is none.
    func reviveJob(_ id: Job.ID, at now: Instant) throws -> Bool {
        try execute(
            "UPDATE job SET state = \(Job.State.waiting), attempts = 0, due_at = \(now), failure = NULL WHERE id = \(id) AND state <> \(Job.State.running)"
        ) > 0
    }

    func dropJob(_ id: Job.ID) throws -> Bool {
        try execute("DELETE FROM job WHERE id = \(id) AND state <> \(Job.State.running)") > 0
    }

    private func due(_ kinds: [String], _ now: Instant) -> SQL {
        """
        kind IN \(SQL.list(kinds)) AND ((state = \(Job.State.waiting) AND due_at <= \(now))
            OR (state = \(Job.State.running) AND claimed_until <= \(now)))
        """
    }
}

extension Connection {
    /// Passes over rows that another transaction is taking.
    var skippingLocked: SQL { dialect == .postgres ? "FOR UPDATE SKIP LOCKED" : "" }

    /// Asks PostgreSQL for the level at which rows may be passed over; to be said before anything else in the transaction.
    func relax() throws {
        if dialect == .postgres { try execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED") }
    }
}

extension Job {
    init(_ row: Row) throws {
        self.init(
            id: try row("id"), kind: try row("kind"), subject: try row("subject"), priority: try row("priority"), state: try row("state"),
            dueAt: try row("due_at"), attempts: try row("attempts"), failure: try row("failure"), createdAt: try row("created_at")
        )
    }
}
