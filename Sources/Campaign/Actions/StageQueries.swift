import Documents
import Storage

extension Connection {
    /// Marks the action as changed: its finished pages are made anew, and it is found by what it says now. The last thing that a change does to
    /// an action's words.
    func touch(_ action: Action.ID) throws {
        try execute("UPDATE action SET revision = revision + 1 WHERE id = \(action)")
        try settleSearch(of: action)
    }

    func hasPublishedOutput(_ action: Action.ID) throws -> Bool {
        try row("SELECT 1 AS one FROM output WHERE action_id = \(action) AND published_at IS NOT NULL") != nil
    }

    func publish(_ output: Output.ID, by name: String, at now: Instant) throws {
        try execute("UPDATE output SET published_at = \(now), published_by = \(name) WHERE id = \(output) AND published_at IS NULL")
    }

    func end(_ output: Output.ID, _ ending: Ending, outcome: Outcome?, eventOn: Day?) throws {
        try execute(
            """
            UPDATE output SET ended_on = \(ending.on), end_reason = \(ending.reason), outcome = \(outcome), event_on = \(eventOn)
            WHERE id = \(output)
            """
        )
    }

    /// Takes back that its day ended it.
    func reopen(_ output: Output.ID) throws {
        try execute("UPDATE output SET ended_on = NULL, end_reason = NULL WHERE id = \(output) AND outcome IS NULL")
    }

    /// Writes down that its day ended it, unless something else did. False when something did.
    func endByDay(_ output: Output.ID, on day: Day) throws -> Bool {
        try execute(
            """
            UPDATE output SET ended_on = \(day), end_reason = \(EndReason.deadlinePassed)
            WHERE id = \(output) AND ended_on IS NULL AND end_reason IS NULL AND outcome IS NULL
            """
        ) > 0
    }

    /// Published outputs with a day that may be over, to which nothing else happened, and which were public before that day: what an archive
    /// brought in later never took letters here.
    func outputsWithADay(before day: Day) throws -> [(output: Output.ID, reference: Reference)] {
        try rows(
            """
            SELECT o.id, a.series, a.serial, a.year FROM output o JOIN action a ON a.id = o.action_id
            WHERE o.act_until < \(day) AND o.ended_on IS NULL AND o.end_reason IS NULL AND o.outcome IS NULL
              AND (SUBSTR(o.published_at, 1, 10) <= o.act_until OR EXISTS (SELECT 1 FROM deadline_extension x WHERE x.output_id = o.id))
              AND NOT EXISTS (SELECT 1 FROM output n WHERE n.action_id = o.action_id AND n.ordinal > o.ordinal AND n.published_at IS NOT NULL)
              AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.action_id = o.action_id)
            """
        ).map { (try $0("id"), try Reference($0)) }
    }

    func insertWithdrawal(of action: Action.ID, reason: String, by name: String, at now: Instant) throws {
        try execute("INSERT INTO withdrawal (action_id, reason, by_name, at) VALUES (\(action), \(reason), \(name), \(now))")
    }
}
