import ArgumentParser
import Campaign
import Documents

struct OfficialImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take offices, missions, holders and contacts from a table.",
        discussion: """
            The table is UTF-8 text with commas and a header (docs/officials.md). A blank cell leaves what is known; what differs becomes a new \
            version. When any row is wrong, each is told with its line and nothing is taken. The same table twice changes nothing.

              amparo official import officials.csv --dry-run
              amparo official import embassies.csv --by Rosa

            Exit status 2 when rows were wrong.
            """
    )

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Flag(help: "Only say what would change.")
    var dryRun = false

    @Argument(help: ArgumentHelp("The table, or - for standard input.", valueName: "file.csv"))
    var file: String

    func run() async throws {
        let table = try TableFile.read(file)
        try await Store.with(options.settings(), .madeWhenMissing) { store in
            let take = ImportOfficials(database: store.database, world: store.world)
            let result = try await take(table, source: TableFile.name(of: file), by: actor.name, isDry: dryRun)
            try TableFile.tell(result.problems)
            Terminal.say(
                "\(dryRun ? "would add" : "added") \(result.added), \(dryRun ? "would change" : "changed") \(result.changed), "
                    + "printed contacts found: \(result.linked)")
        }
    }
}
