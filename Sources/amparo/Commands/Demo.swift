import ArgumentParser
import Campaign
import Foundation
import Logging
import Storage
import UnixSignals

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve a public demonstration that begins anew every night.",
        discussion: """
            Every visitor may come to the desk as one of its staff, nothing is sent to anybody, every page says that it is a demonstration, and \
            once a night all that visitors left is erased and the examples are there again. Give it a data folder or a database of its own: one \
            that holds anything and was not begun as a demonstration is refused and left as it is.

              amparo demo --data /var/lib/amparo-demo
              amparo demo --data /var/lib/amparo-demo --at 02:30 --port 8081
              amparo demo --data /var/lib/amparo-demo --reset
            """
    )

    @OptionGroup var options: SettingsOptions

    @Option(help: "The address to listen on (default: 127.0.0.1).")
    var host: String?

    @Option(help: "The port to listen on; 0 takes a free one (default: 8080).")
    var port: String?

    @Option(help: ArgumentHelp("When it begins anew, by UTC (default: 03:30).", valueName: "hh:mm"))
    var at = "03:30"

    @Flag(help: "Begin it anew now, and serve nothing. The server of that demonstration must be stopped.")
    var reset = false

    func validate() throws {
        guard minute != nil else { throw ValidationError("--at is an hour and a minute, such as 03:30.") }
    }

    func run() async throws {
        var settings = try await options.settings([.host: host, .port: port])
        if !reset, settings.port.value == 0 { settings = try await options.settings([.host: host, .port: String(FreePort.number())]) }
        if !reset { try settings.listeningPlace.check() }
        try Folder(settings.folder.value).make()
        if reset {
            try await begin(settings)
            return Terminal.say("The demonstration begins anew.")
        }
        var isGoingOn = true
        while isGoingOn {
            try await endable { try await begin(settings) }
            isGoingOn = try await Store.with(settings, .present) { store in
                let night = Night(minute: minute ?? 0, world: store.world), logger = Logger(label: "amparo") { _ in LogLines(settings, store.world) }
                try await Serving(settings: settings, store: store, logger: logger)(until: night)
                return night.hasCome
            }
        }
    }

    /// A server takes signals while it serves; between two servings one ends the program at once. What was begun then is begun anew the next time.
    private func endable(_ body: () async throws -> Void) async throws {
        let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
        let watch = Task { for await _ in signals { Terminal.leave(.success) } }
        defer { watch.cancel() }
        try await body()
    }

    private func begin(_ settings: Settings) async throws {
        try await Store.with(settings, .made) { store in
            _ = try SecretFile(in: settings.folder.value).secret(store.world)
            let keyring = try KeyFile(in: settings.folder.value).keyring(store.world)
            try await BeginDemo(database: store.database, world: store.world, keyring: keyring)()
        }
    }

    /// Of the day; nil for what is no time.
    private var minute: Int? {
        guard let found = at.wholeMatch(of: /([01]?\d|2[0-3]):([0-5]\d)/), let hour = Int(found.1), let minute = Int(found.2) else { return nil }
        return hour * 60 + minute
    }
}
