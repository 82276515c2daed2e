import ArgumentParser

struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "The index by which actions are found.",
        discussion: """
            Every change of an action changes it as well; `amparo verify` compares the two.

              amparo search rebuild
            """,
        subcommands: [SearchRebuild.self]
    )
}
