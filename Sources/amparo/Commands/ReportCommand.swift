import ArgumentParser
import Campaign
import Documents

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Take counts back, and restore them.",
        discussion: """
            Nothing leaves the ledger: taking back is a further entry of opposite quantity, restoring is the same quantity once more.

              amparo report void --matching 'UA 119/21' --source form --from 2021-11-30 --reason 'a program' --dry-run
              amparo report restore --matching 'UA 119/21' --reason 'the school called'
            """,
        subcommands: [ReportVoid.self, ReportRestore.self]
    )
}

/// Which entries a correction is about.
struct ReportSelection: ParsableArguments {
    @Argument(help: "The id of one entry.")
    var entry: String?

    @Option(help: ArgumentHelp("All entries of an action that match the other options.", valueName: "action"), transform: ActionArguments.reference)
    var matching: Reference?

    @Option(help: ArgumentHelp("Only of this section.", valueName: "code"))
    var section: String?

    @Option(help: "Only of this channel, such as post.")
    var channel: Channel?

    @Option(help: "Only from this source: form, group, paper, import, program.")
    var source: ReportSource?

    @Option(help: ArgumentHelp("Only under this day or later.", valueName: "day"), transform: ActionArguments.day)
    var from: Day?

    @Option(help: ArgumentHelp("Only under this day or earlier.", valueName: "day"), transform: ActionArguments.day)
    var to: Day?

    func validate() throws {
        if (entry == nil) == (matching == nil) { throw ValidationError("Name one entry, or an action with --matching.") }
    }

    var selection: CountSelection {
        var selection = CountSelection(section: section.map { Section.Code(rawValue: $0) })
        selection.entry = entry.map { Report.ID($0) }
        selection.reference = matching
        selection.channel = channel
        selection.source = source
        selection.from = from
        selection.to = to
        return selection
    }
}

extension Channel: ExpressibleByArgument {}
extension ReportSource: ExpressibleByArgument {}
