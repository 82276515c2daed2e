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
    @OptionGroup var correcting: CorrectionOptions

    func run() async throws {
        try await correcting(.restore, options)
    }
}
