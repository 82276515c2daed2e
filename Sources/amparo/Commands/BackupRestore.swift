import ArgumentParser
import Campaign

struct BackupRestore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup back, where no database is.",
        discussion: """
            Nothing is overwritten: the SQLite file must not be there, the PostgreSQL database must be empty. Put amparo.keys back beside it.

              amparo backup restore FILE --identity backup-key.txt --database sqlite:/srv/amparo/amparo.sqlite
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
        let settings = try await options.settings(), url = settings.database.value, list = try PurgeFile(purge, beside: file).list()
        try await OpenBackup(file: file, identity: identity)(into: url)
        let found = try await RestoredDatabase(url: url, settings: settings).verified(purge: list)
        found.tell("restored \(url)")
        if !found.ok { throw ExitStatus.refused.code }
    }
}
