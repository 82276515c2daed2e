import ArgumentParser
import Campaign
import Foundation
import Logging
import ServiceLifecycle
import Site
import Storage
import UnixSignals

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
        try Folder(settings.folder.value).make()
        try await Store.with(settings, .madeWhenMissing) { store in
            _ = try SecretFile(in: settings.folder.value).secret(store.world)
            _ = try await KeyFile(in: settings.folder.value).keyring(for: store)
            try await store.database.write { db in try db.writeNothing() }
            if demo { try await LoadExamples(database: store.database, world: store.world)() }
            let logger = Logger(label: "amparo") { _ in LogLines(settings, store.world) }
            try await serve(settings, store, logger)
        }
    }

    /// As many connections as are wished for and as the system lets a process have; some files are kept for the database and the log.
    private static func limits(_ settings: Settings) -> Limits {
        var limits = Limits()
        limits.connections = max(10, min(settings.connections.value, OpenFiles.raise() - 200))
        return limits
    }

    private func serve(_ settings: Settings, _ store: Store, _ logger: Logger) async throws {
        let host = settings.host.value
        let workshop = try await Workshop(settings, store), measures = Measures()
        let site = try await SiteServices.make(
            database: store.database, world: store.world, host: host, port: settings.port.value, limits: Self.limits(settings), logger: logger,
            press: Press(python: settings.python.value), securityContact: settings.securityContact.value, supporters: workshop.desk,
            desk: workshop.keyring, overlay: URL(filePath: settings.folder.value).appending(path: "overlay"), measures: measures,
            machine: { MachineFacts.looked(at: settings) }, federation: workshop.federation
        ) { port in
            Terminal.say("Amparo listens on \(WebAddress(host: host, port: port))")
        }
        // stopped in reverse: the worker first, and last who posts what the others leave
        let services: [any Service] =
            [workshop.postbox].compactMap { $0 } + site + [workshop.worker(logger, measures)] + Watching.service(settings, store, measures, logger)
        var quiet = logger  // at lower levels a group prints its services with all that is in them
        quiet.logLevel = max(logger.logLevel, .info)
        var configuration = ServiceGroupConfiguration(services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
        configuration.maximumGracefulShutdownDuration = .seconds(30)
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch let failure where ListenFailure.isOne(failure) {
            throw ListenFailure(failure).complaint(WebAddress(host: host, port: settings.port.value))
        }
    }
}
