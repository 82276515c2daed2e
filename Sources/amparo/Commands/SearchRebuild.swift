import ArgumentParser
import Campaign

struct SearchRebuild: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Make the search index anew from what the actions say.",
        discussion: """
            Needs no stop of the server; searches find less until it is done. May be broken off and run again.

              amparo search rebuild
            """
    )

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let count = try await Store.with(options.settings(), .present) { store in try await RebuildSearch(database: store.database)() }
        Terminal.say("in the search index: \(count) outputs")
    }
}
