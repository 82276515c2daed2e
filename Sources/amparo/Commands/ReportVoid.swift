import ArgumentParser
import Campaign

struct ReportVoid: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void",
        abstract: "Take counted or held reports out of the sum.",
        discussion: """
            --dry-run says which total would become what, and changes nothing.

              amparo report void --matching 'UA 119/21' --channel email --reason 'why' --dry-run
            """
    )

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var which: ReportSelection

    @Option(help: "Why, for staff.", transform: ActionArguments.words)
    var reason: String

    @Flag(help: "Change nothing.")
    var dryRun = false

    func run() async throws {
        try await ReportCorrecting(correction: .void, selection: which.selection, reason: reason, by: actor.name, isDryRun: dryRun)(options)
    }
}
