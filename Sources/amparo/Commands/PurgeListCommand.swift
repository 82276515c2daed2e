import ArgumentParser
import Campaign
import Foundation

struct PurgeListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "purge-list",
        abstract: "What must not come back from a backup or an archive: print it, or apply it.",
        discussion: """
            The list holds the numbers of withdrawn actions, and erased names as salted hashes; it names nobody. Keep it beside the backups, \
            outside the database. After a database was restored from an older state, apply the newest list before the server starts.

              amparo purge-list > purge.jsonl
              amparo purge-list --apply purge.jsonl
            """
    )

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Option(help: ArgumentHelp("A list to be applied to this database.", valueName: "file"))
    var apply: String?

    func run() async throws {
        try await Store.with(options.settings(), .present) { store in
            let lists = PurgeLists(database: store.database, world: store.world)
            guard let apply else { return Terminal.sayAsIs(try await lists.list().text) }
            let list = try PurgeList(String(contentsOfFile: apply, encoding: .utf8))
            let done = try await lists.apply(list, by: actor.name)
            Terminal.say("\(done.withdrawn) actions withdrawn, names erased in \(done.places) places")
        }
    }
}
