import Documents
import Storage

extension Connection {
    /// Ends all alerts of an action that was taken down, and removes what they say, also of those that went out: it names somebody.
    ///
    /// Notices that wait are not touched one by one, since there may be a million: each is judged anew before it is sent.
    func endAlerts(ofWithdrawn action: Action.ID, by name: String, at now: Instant) throws {
        let own: SQL = "output_id IN (SELECT id FROM output WHERE action_id = \(action))"
        try execute("DELETE FROM alert_text WHERE alert_id IN (SELECT id FROM alert WHERE \(own))")
        try endAlerts(own, by: name, at: now)
    }

    /// Ends what a section's alerts about an output still had to say to people who would write.
    func endAlerts(askingForLettersOf output: Output.ID, in section: Section.Code, by name: String, at now: Instant) throws {
        let kinds = Alert.Kind.allCases.filter(\.asksForLetters)
        try endAlerts("output_id = \(output) AND section = \(section) AND kind IN \(SQL.list(kinds))", by: name, at: now)
    }

    private func endAlerts(_ chosen: SQL, by name: String, at now: Instant) throws {
        let over: SQL = "(\(Alert.State.done), \(Alert.State.stopped))"
        try execute(
            "UPDATE alert SET state = \(Alert.State.stopped), stopped_at = \(now), stopped_by = \(name) WHERE \(chosen) AND state NOT IN \(over)")
    }
}
