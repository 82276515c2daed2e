import ArgumentParser
import Campaign
import Documents

struct Extend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Want letters for longer, without a new document.",
        discussion: """
            The day that the document says stays in the record and on the page. Drafts of an alert about the new day are made; none is sent by \
            itself.

              amparo extend 'UA 119/21' --until 2022-01-17
              amparo extend 'UA 119/21' --until 2022-01-31 --section ch --by Rosa
            """
    )

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Option(help: ArgumentHelp("The last day on which letters are wanted.", valueName: "year-month-day"), transform: ActionArguments.day)
    var until: Day

    @Option(help: ArgumentHelp("Only for the readers of this section (default: for everybody).", valueName: "code"))
    var section = Section.Code.international.rawValue

    @Option(help: ArgumentHelp("The output (default: the latest).", valueName: "number"))
    var output: Int?

    @Argument(help: "The action, in any form its number is printed.", transform: ActionArguments.reference)
    var reference: Reference

    func run() async throws {
        try await Store.with(options.settings(), .present) { store in
            let extend = ExtendDeadline(database: store.database, world: store.world)
            let before = try await extend(reference, ordinal: output, until: until, for: Section.Code(rawValue: section), by: actor.name)
            Terminal.say("\(reference): letters until \(until) (before: \(before?.text ?? "no day"))")
        }
    }
}
