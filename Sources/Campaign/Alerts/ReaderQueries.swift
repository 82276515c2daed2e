import Documents
import Storage

/// A supporter as they are at this moment, with all that decides whether and how they are told.
struct AlertReader: Sendable {
    let id: Supporter.ID
    let language: Language
    let languages: Set<Language>
    let pace: Pace
    let pausedUntil: Day?
    let address: Sealed?
    let isSuppressed: Bool
    /// The actions they follow; read only for those whom nothing else lets us write to.
    let follows: Set<Action.ID>
}

extension Connection {
    /// Those of the supporters who are still there.
    func alertReaders(_ ids: [Supporter.ID]) throws -> [Supporter.ID: AlertReader] {
        let list = SQL.list(ids)
        let rows = try rows(
            """
            SELECT s.id, s.language, s.pace, s.paused_until, i.key_id, i.sealed, x.reason
            FROM supporter s LEFT JOIN identity i ON i.supporter_id = s.id LEFT JOIN suppression x ON x.lookup = i.lookup
            WHERE s.id IN \(list) AND s.state = \(Supporter.State.confirmed)
            """
        )
        let languages = try Dictionary(
            grouping: self.rows("SELECT supporter_id, value FROM supporter_choice WHERE supporter_id IN \(list) AND kind = 'language'")
        ) { try $0("supporter_id") as Supporter.ID }
        let quiet = try rows.filter { try ($0("pace") as Pace) == Pace.none }.map { try $0("id") as Supporter.ID }
        let follows = try Dictionary(
            grouping: quiet.isEmpty ? [] : self.rows("SELECT supporter_id, action_id FROM follow WHERE supporter_id IN \(SQL.list(quiet))")
        ) { try $0("supporter_id") as Supporter.ID }
        return try rows.reduce(into: [:]) { readers, row in
            let id: Supporter.ID = try row("id"), key: String? = try row("key_id")
            readers[id] = AlertReader(
                id: id, language: try row("language"), languages: Set(try (languages[id] ?? []).map { try $0("value") }), pace: try row("pace"),
                pausedUntil: try row("paused_until"), address: try key.map { _ in try Sealed(row) },
                isSuppressed: try (row("reason") as String?) != nil,
                follows: Set(try (follows[id] ?? []).map { try $0("action_id") }))
        }
    }

    func action(ofOutput output: Output.ID) throws -> Action.ID? {
        try row("SELECT action_id FROM output WHERE id = \(output)")?("action_id")
    }
}
