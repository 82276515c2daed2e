import ArgumentParser
import Campaign
import Logging
import ServiceLifecycle
import UnixSignals

struct Work: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Work alone: send alerts, do jobs, keep schedules, without serving pages.",
        discussion: """
            `amparo serve` works too; this is for a second process or machine on the same database. SIGTERM and Ctrl-C stop it once what it \
            began is finished.

              amparo work
            """
    )

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let settings = try await options.settings()
        try await Store.with(settings, .present) { store in
            let logger = Logger(label: "amparo") { _ in LogLines(settings, store.world) }
            let workshop = try await Workshop(settings, store), measures = Measures()
            let services: [any Service] =
                [workshop.postbox].compactMap { $0 } + [workshop.worker(logger, measures)]
                + Watching.service(settings, store, measures, logger)
            Terminal.say("Amparo works")
            var quiet = logger
            quiet.logLevel = max(logger.logLevel, .info)
            var configuration = ServiceGroupConfiguration(
                services: services.map { Named($0) as any Service }, gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
            configuration.maximumGracefulShutdownDuration = .seconds(30)
            try await ServiceGroup(configuration: configuration).run()
        }
    }
}
