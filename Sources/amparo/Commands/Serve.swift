import ArgumentParser
import Campaign
import Logging
import Storage

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the site until it is stopped.",
        discussion: """
            Makes the data folder, the secret and an empty database when they are missing. SIGTERM and Ctrl-C stop it once every \
            request that was accepted is answered.

              amparo serve
              amparo serve --demo --port 8081
              AMPARO_DATABASE=postgres://amparo:secret@db/amparo amparo serve --host 0.0.0.0
            """
    )

    @OptionGroup var options: SettingsOptions

    @Option(help: "The address to listen on (default: 127.0.0.1).")
    var host: String?

    @Option(help: "The port to listen on; 0 takes a free one (default: 8080).")
    var port: String?

    @Flag(help: "Put the example actions into an empty database.")
    var demo = false

    func run() async throws {
        var settings = try await options.settings([.host: host, .port: port])
        // links in mails say the port, so a free one is chosen before anything is written
        if settings.port.value == 0 { settings = try await options.settings([.host: host, .port: String(FreePort.number())]) }
        try settings.listeningPlace.check()
        try Folder(settings.folder.value).make()
        try await Store.with(settings, .madeWhenMissing) { store in
            _ = try SecretFile(in: settings.folder.value).secret(store.world)
            _ = try await KeyFile(in: settings.folder.value).keyring(for: store)
            try await store.database.write { db in try db.writeNothing() }
            if demo { try await LoadExamples(database: store.database, world: store.world)() }
            let logger = Logger(label: "amparo") { _ in LogLines(settings, store.world) }
            try await Serving(settings: settings, store: store, logger: logger)()
        }
    }
}
