import ArgumentParser
import Campaign
import Foundation

struct BackupCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Put a backup back into a database made for it alone, and verify that.",
        discussion: """
            The rehearsal: decrypts, restores, brings the tables up to this program, recomputes every public number and walks the log. \
            Nothing is left behind. For a backup of PostgreSQL the user must be allowed to make databases.

              amparo backup check FILE --identity backup-key.txt
            """
    )

    @OptionGroup var options: SettingsOptions

    @Argument(help: "The backup.")
    var file: String

    @Option(help: ArgumentHelp("The file with age's identity.", valueName: "file"))
    var identity: String

    @Option(help: ArgumentHelp("The newest purge list, else purge.jsonl beside the backup.", valueName: "file"))
    var purge: String?

    func run() async throws {
        let settings = try await options.settings(), list = try PurgeFile(purge, beside: file).list()
        let scratch = try await ScratchDatabase(like: settings.database.value, named: "amparo_check_\(ProcessInfo.processInfo.processIdentifier)")
        let found = try await scratch.with { url in
            try await OpenBackup(file: file, identity: identity)(into: url)
            return try await RestoredDatabase(url: url, settings: settings).verified(purge: list)
        }
        found.tell("restored for a trial")
        if !found.ok { throw ExitStatus.refused.code }
    }
}
