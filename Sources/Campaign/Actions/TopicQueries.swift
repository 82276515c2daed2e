package import Documents
package import Storage

extension Connection {
    /// What an action is about, as far as somebody said.
    package func topics(of reference: Reference) throws -> Set<Topic> {
        let names: [String] = try rows(
            """
            SELECT t.topic FROM action_topic t JOIN action a ON a.id = t.action_id
            WHERE a.series = \(reference.series) AND a.serial = \(reference.serial) AND a.year = \(reference.year)
            """
        ).map { try $0("topic") }
        return Set(names.compactMap(Topic.init(rawValue:)))
    }

    /// Says what an action is about, where nobody said it before.
    func setFirst(_ topics: Set<Topic>, of action: Action.ID) throws {
        if try !topics.isEmpty && self.topics(of: action).isEmpty { try set(topics, of: action) }
    }

    func set(_ topics: Set<Topic>, of action: Action.ID) throws {
        try execute("DELETE FROM action_topic WHERE action_id = \(action)")
        let rows = topics.map { [action, $0] as [any Bindable] }
        if !rows.isEmpty { try execute("INSERT INTO action_topic (action_id, topic) VALUES \(SQL.values(rows))") }
    }
}
