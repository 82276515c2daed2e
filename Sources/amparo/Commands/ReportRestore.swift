import ArgumentParser
import Campaign

struct ReportRestore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put reports that were held apart or taken back into the sum again.",
        discussion: """
            --dry-run says which total would become what, and changes nothing.

              amparo report restore --matching 'UA 119/21' --channel email --reason 'why' --dry-run
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
        try await ReportCorrecting(correction: .restore, selection: which.selection, reason: reason, by: actor.name, isDryRun: dryRun)(options)
    }
}
