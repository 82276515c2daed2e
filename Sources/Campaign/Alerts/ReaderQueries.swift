import Documents
import Storage

/// A supporter as they are at this moment, with all that decides whether and how they are told.
final class AlertReader: Sendable {
    let id: Supporter.ID
    let language: Language
    let languages: Set<Language>
    let pace: Pace
    let pausedUntil: Day?
    let address: Sealed?
    let browser: PushSubscription?
    let isSuppressed: Bool
    /// The actions they follow; read only where nothing else lets us write to them.
    let follows: Set<Action.ID>
    /// Of the actions that ended, those of which they asked to hear it since they reported on them.
    let awaited: Set<Action.ID>
    let network: Network

    init(
        id: Supporter.ID, language: Language, languages: Set<Language>, pace: Pace, pausedUntil: Day?, address: Sealed?, browser: PushSubscription?,
        isSuppressed: Bool, follows: Set<Action.ID>, awaited: Set<Action.ID>, network: Network
    ) {
        self.id = id
        self.language = language
        self.languages = languages
        self.pace = pace
        self.pausedUntil = pausedUntil
        self.address = address
        self.browser = browser
        self.isSuppressed = isSuppressed
        self.follows = follows
        self.awaited = awaited
        self.network = network
    }
}

extension Connection {
    /// Those of the supporters who are still there.
    ///
    /// - Parameter ended: the actions whose end is told, which goes to nobody but followers and those who asked for it.
    func alertReaders(_ ids: [Supporter.ID], whoHearTheEndOf ended: Set<Action.ID>) throws -> [Supporter.ID: AlertReader] {
        let among = isAmong(ids)
        let rows = try rows(
            """
            SELECT s.id, s.language, s.pace, s.network, s.paused_until, i.key_id, i.sealed, x.reason
            FROM supporter s LEFT JOIN identity i ON i.supporter_id = s.id LEFT JOIN suppression x ON x.lookup = i.lookup
            WHERE s.id \(among) AND s.state = \(Supporter.State.confirmed)
            """
        )
        let languages = try Dictionary(
            grouping: self.rows("SELECT supporter_id, value FROM supporter_choice WHERE supporter_id \(among) AND kind = 'language'")
        ) { try $0("supporter_id") as Supporter.ID }
        let asked = try rows.filter { row in
            let pace: Pace = try row("pace")
            return !ended.isEmpty || pace == .none || pace.isOneCase
        }.map { try $0("id") as Supporter.ID }
        let follows = try actions(
            asked.isEmpty ? [] : self.rows("SELECT supporter_id, action_id FROM follow WHERE supporter_id \(isAmong(asked))"))
        let awaited = try actions(ended.isEmpty ? [] : reported(on: ended.sorted { $0.text < $1.text }, by: ids))
        let unmailed = try rows.filter { try ($0("key_id") as String?) == nil }.map { try $0("id") as Supporter.ID }
        let browsers = try browsers(of: unmailed)
        return try rows.reduce(into: [:]) { readers, row in
            let id: Supporter.ID = try row("id"), key: String? = try row("key_id")
            readers[id] = AlertReader(
                id: id, language: try row("language"), languages: Set(try (languages[id] ?? []).map { try $0("value") }), pace: try row("pace"),
                pausedUntil: try row("paused_until"), address: try key.map { _ in try Sealed(row) }, browser: browsers[id],
                isSuppressed: try (row("reason") as String?) != nil,
                follows: follows[id] ?? [], awaited: awaited[id] ?? [], network: try row("network"))
        }
    }

    private func actions(_ rows: [Row]) throws -> [Supporter.ID: Set<Action.ID>] {
        try rows.reduce(into: [:]) { try $0[$1("supporter_id"), default: []].insert($1("action_id")) }
    }

    private func reported(on actions: [Action.ID], by ids: [Supporter.ID]) throws -> [Row] {
        try rows(
            """
            SELECT DISTINCT h.supporter_id, o.action_id FROM supporter_report h JOIN supporter s ON s.id = h.supporter_id
            JOIN report r ON r.id = h.report_id JOIN output o ON o.id = r.output_id
            WHERE h.supporter_id IN \(SQL.list(ids)) AND o.action_id IN \(SQL.list(actions)) AND s.wants_outcomes AND s.keeps_history
            """
        )
    }

    func action(ofOutput output: Output.ID) throws -> Action.ID? {
        try row("SELECT action_id FROM output WHERE id = \(output)")?("action_id")
    }
}
