import ArgumentParser
import Campaign
import Documents
import Storage

struct ActionTopics: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "topics",
        abstract: "Say what an action is about, or print what was said and the topics there are.",
        discussion: """
            The topics given take the place of those before; supporters who chose topics hear of an action that has one of theirs, and of \
            every action that has none.

              amparo action topics 'UA 119/21' death_threats human_rights_defenders
              amparo action topics 'UA 119/21'
              amparo action topics 'UA 119/21' --none
            """
    )

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Flag(help: "Take all topics away.")
    var none = false

    @Argument(help: "The action, in any form its number is printed.", transform: ActionArguments.reference)
    var reference: Reference

    @Argument(help: "The topics, by their ids.")
    var topics: [String] = []

    func run() async throws {
        let topics = try Set(topics.map(Self.topic))
        try await Store.with(options.settings(), .present) { store in
            if topics.isEmpty && !none {
                let action = try await store.database.read { db in try db.topics(of: db.wholeAction(reference).reference) }
                Terminal.say("\(reference): \(Self.line(action))")
                Terminal.say("there are: \(Self.line(Set(Topic.allCases)))")
            } else {
                try await SetTopics(database: store.database, world: store.world)(reference, topics, by: actor.name)
                Terminal.say("\(reference): \(Self.line(topics))")
            }
        }
    }

    private static func topic(_ id: String) throws -> Topic {
        guard let topic = Topic(rawValue: id) else { throw SupporterRefusal.unknownTopic(id) }
        return topic
    }

    private static func line(_ topics: Set<Topic>) -> String {
        topics.isEmpty ? "no topics" : Topic.allCases.filter(topics.contains).map(\.rawValue).joined(separator: " ")
    }
}
