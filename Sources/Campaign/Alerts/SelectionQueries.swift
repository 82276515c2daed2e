import Documents
import Storage

extension Connection {
    /// A page of the section's confirmed supporters who are not paused, by their ids.
    func candidates(of section: Section.Code, about action: Action.ID, on today: Day, after last: String, limit: Int) throws -> [Candidate] {
        let rows = try rows(
            """
            SELECT s.id, s.language, s.pace, s.same_day, s.network, s.time_zone, f.only_outcome, \(SQL.reported(on: action)) AS awaits
            FROM supporter s LEFT JOIN follow f ON f.supporter_id = s.id AND f.action_id = \(action)
            WHERE s.section = \(section) AND s.state = \(Supporter.State.confirmed) AND s.id > \(last)
              AND (s.paused_until IS NULL OR s.paused_until <= \(today))
            ORDER BY s.id LIMIT \(limit)
            """
        )
        var people = try rows.map(Candidate.init)
        guard let first = people.first, let end = people.last else { return [] }
        try fillChoices(of: &people, from: first.id, to: end.id)
        return people
    }

    private func fillChoices(of people: inout [Candidate], from first: Supporter.ID, to last: Supporter.ID) throws {
        let rows = try rows(
            "SELECT supporter_id, kind, value FROM supporter_choice WHERE supporter_id >= \(first) AND supporter_id <= \(last) ORDER BY supporter_id")
        var place = 0
        for row in rows {
            let id: Supporter.ID = try row("supporter_id")
            while place < people.count, people[place].id.text < id.text { place += 1 }
            guard place < people.count else { return }
            if people[place].id == id { people[place].choices.add(try row("kind"), try row("value")) }
        }
    }

    /// Enters a delivery for each.
    ///
    /// - Parameter digest: when they are due; nil for what is handed out with its alert.
    func enterDeliveries(of alert: Alert.ID, to people: [Supporter.ID], digest: Instant?) throws {
        guard !people.isEmpty else { return }
        let state = digest == nil ? Delivery.State.waiting : .held
        try execute(
            """
            INSERT INTO delivery (alert_id, supporter_id, state, in_digest, attempts, due_at)
            SELECT CAST(\(alert) AS TEXT), value, CAST(\(state) AS TEXT), CAST(\(digest != nil) AS BOOLEAN), 0, CAST(\(digest) AS TEXT) FROM \(rows(of: people))
            """
        )
    }

    func selectedUpTo(_ alert: Alert.ID) throws -> String {
        guard let row = try row("SELECT selected_up_to FROM alert WHERE id = \(alert)") else { return "" }
        let last: String? = try row("selected_up_to")
        return last ?? ""
    }

    /// Says how far an alert is selected. False when somebody else selects it, too, and was faster, or it is gone.
    func noteSelected(_ alert: Alert.ID, from first: String, upTo last: Supporter.ID) throws -> Bool {
        try execute("UPDATE alert SET selected_up_to = \(last) WHERE id = \(alert) AND COALESCE(selected_up_to, '') = \(first)") > 0
    }
}

extension SQL {
    /// Whether `s`, a supporter, asked how the cases end that they reported on, and reported on that action; false for who keeps no history.
    static func reported(on action: Action.ID) -> SQL {
        """
        CASE WHEN s.wants_outcomes AND s.keeps_history THEN EXISTS (
            SELECT 1 FROM supporter_report h JOIN report r ON r.id = h.report_id JOIN output o ON o.id = r.output_id
            WHERE h.supporter_id = s.id AND o.action_id = \(action)) ELSE FALSE END
        """
    }
}

extension Candidate {
    fileprivate init(_ row: Row) throws {
        let onlyOutcome: Bool? = try row("only_outcome")
        self.init(
            id: try row("id"), language: try row("language"), pace: try row("pace"), isSameDay: try row("same_day"), network: try row("network"),
            zone: try row("time_zone"), choices: Choices(), follow: onlyOutcome.map { $0 ? .outcome : .everything }, awaitsOutcome: try row("awaits"))
    }
}
