import Documents
import Storage

extension Connection {
    /// Marks the action as changed, so that its finished pages are made anew.
    func touch(_ action: Action.ID) throws {
        try execute("UPDATE action SET revision = revision + 1 WHERE id = \(action)")
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

    func insertWithdrawal(of action: Action.ID, reason: String, by name: String, at now: Instant) throws {
        try execute("INSERT INTO withdrawal (action_id, reason, by_name, at) VALUES (\(action), \(reason), \(name), \(now))")
    }
}
