import Documents
import Storage

extension Connection {
    /// What each of these supporters chose; nothing for those who chose nothing.
    func choices(of supporters: [Supporter.ID]) throws -> [Supporter.ID: Choices] {
        guard !supporters.isEmpty else { return [:] }
        return try rows("SELECT supporter_id, kind, value FROM supporter_choice WHERE supporter_id IN \(SQL.list(supporters))")
            .reduce(into: [:]) { try $0[$1("supporter_id"), default: Choices()].add($1("kind"), $1("value")) }
    }

    func insertChoices(_ choices: Choices, of supporter: Supporter.ID) throws {
        let rows = choices.stored.map { [supporter, $0.kind.rawValue, $0.value] as [any Bindable] }
        guard !rows.isEmpty else { return }
        try execute("INSERT INTO supporter_choice (supporter_id, kind, value) VALUES \(SQL.values(rows))")
    }
}

extension Choices {
    enum Kind: String { case language, country, region, topic, channel }

    var stored: [(kind: Kind, value: String)] {
        languages.map { (.language, $0.rawValue) } + countries.map { (.country, $0.code) } + regions.map { (.region, $0.rawValue) }
            + topics.map { (.topic, $0.rawValue) } + channels.map { (.channel, $0.rawValue) }
    }

    /// A value that this program no longer knows is left out.
    mutating func add(_ kind: String, _ value: String) {
        switch Kind(rawValue: kind) {
        case .language: languages.insert(Language(rawValue: value))
        case .country: Country(value).map { _ = countries.insert($0) }
        case .region: Region(rawValue: value).map { _ = regions.insert($0) }
        case .topic: Topic(rawValue: value).map { _ = topics.insert($0) }
        case .channel: Channel(rawValue: value).map { _ = channels.insert($0) }
        case nil: break
        }
    }
}
