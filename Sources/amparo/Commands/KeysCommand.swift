import ArgumentParser

struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "The keys that open who supporters are.",
        discussion: """
            They lie in amparo.keys in the data folder. Keep a copy of it, apart from the copies of the database.

              amparo keys rotate
            """,
        subcommands: [KeysRotate.self, KeysAdopt.self]
    )
}
