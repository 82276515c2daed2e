import ArgumentParser

struct ActionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "action",
        abstract: "What is said of an action beside its documents.",
        discussion: """
              amparo action topics 'UA 119/21' death_threats human_rights_defenders
            """,
        subcommands: [ActionTopics.self]
    )
}
