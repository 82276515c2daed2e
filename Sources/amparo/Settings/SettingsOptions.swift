import ArgumentParser
import Converters

/// The flags that every command takes.
struct SettingsOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Where the database is: sqlite:PATH or postgres://user:password@host/db.", valueName: "url"))
    var database: String?

    @Option(help: ArgumentHelp("The folder for the SQLite file and the secret.", valueName: "folder"))
    var data: String?

    @Option(help: ArgumentHelp("A JSON file with settings (else AMPARO_CONFIG).", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("Connections to PostgreSQL.", valueName: "number"))
    var sessions: String?

    @Option(help: ArgumentHelp("How much is logged: trace, debug, info, notice, warning, error, critical.", valueName: "level"))
    var logLevel: String?

    @Option(help: ArgumentHelp("How a line of the log is written: text or json.", valueName: "format"))
    var logFormat: String?

    /// The settings in force, with what else a command's own flags say.
    func settings(_ more: [SettingKey: String?] = [:]) async throws -> Settings {
        let flags: [SettingKey: String?] = [
            .database: database, .data: data, .sessions: sessions, .logLevel: logLevel, .logFormat: logFormat,
        ]
        let settings = try await Settings(flags: flags.merging(more) { $1 }.compactMapValues { $0 }, file: config ?? SettingsFile.inEnvironment)
        Enclosure.rule = settings.sandbox.value
        return settings
    }
}
