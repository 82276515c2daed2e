import Documents
import Storage

extension Connection {
    /// Notes that a test of a draft went out.
    func noteTest(of alert: Alert.ID, by name: String, at now: Instant) throws {
        try execute("UPDATE alert SET tested_at = \(now), tested_by = \(name) WHERE id = \(alert) AND state = \(Alert.State.draft)")
    }

    /// The same for somebody who read all of it.
    func noteReading(of alert: Alert.ID, by name: String, at now: Instant) throws {
        try execute("UPDATE alert SET read_at = \(now), read_by = \(name) WHERE id = \(alert) AND state = \(Alert.State.draft)")
    }

    /// Who published what the alert tells of, wrote the alert, extended the deadline or closed the case; each as `person` has it.
    func authors(of alert: Alert) throws -> Set<String> {
        let names = try rows(
            """
            SELECT published_by AS name FROM output WHERE id = \(alert.output)
            UNION SELECT by_name FROM deadline_extension WHERE output_id = \(alert.output) AND until = \(alert.aboutDay?.text ?? "")
            """
        ).compactMap { try $0("name") as String? }
        let closer = alert.kind == .outcome ? try lastCloser(of: alert.output) : nil
        let all = names + [closer, alert.checks.composedBy].compactMap { $0 }
        return try Set(all.filter { $0 != "amparo" }.map(person))
    }

    private func lastCloser(of output: Output.ID) throws -> String? {
        try row(
            """
            SELECT e.by_name FROM event e JOIN output o ON o.action_id = e.subject
            WHERE o.id = \(output) AND e.name = 'action.closed' ORDER BY e.at DESC, e.id DESC LIMIT 1
            """
        )?("by_name")
    }

    /// A staff member's id for whoever is named by it or by the name to sign in with; anybody else as they are named.
    func person(_ name: String) throws -> String {
        try row("SELECT id FROM staff WHERE id = \(name) OR login = \(name.lowercased())")?("id") ?? name
    }

    /// How many others may send for a section.
    func senders(of section: Section.Code, besides person: String) throws -> Int {
        try staffMembers().count { $0.state == .active && $0.id.text != person && $0.duties.allow(.send, in: section) }
    }
}

extension AlertChecks {
    init(_ row: Row) throws {
        self.init(
            composedBy: try row("composed_by"), testedAt: try row("tested_at"), testedBy: try row("tested_by"), readAt: try row("read_at"),
            readBy: try row("read_by"), isEmergency: try row("emergency"))
    }
}
