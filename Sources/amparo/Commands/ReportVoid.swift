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
    @OptionGroup var correcting: CorrectionOptions

    func run() async throws {
        try await correcting(.void, options)
    }
}
