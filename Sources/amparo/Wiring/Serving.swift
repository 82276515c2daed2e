import Campaign
import Foundation
import Logging
import ServiceLifecycle
import Site
import Storage
import UnixSignals

/// The web server and the worker in one process, until they are asked to stop.
struct Serving {
    let settings: Settings
    let store: Store
    let logger: Logger

    /// As many connections as are wished for and as the system lets a process have; some files are kept for the database and the log.
    private static func limits(_ settings: Settings) -> Limits {
        var limits = Limits()
        limits.connections = max(10, min(settings.connections.value, OpenFiles.raise() - 200))
        return limits
    }

    private func readCertificates() throws -> Certificates? {
        do throws(Certificates.Trouble) { return try settings.tls.certificates() } catch { throw Complaint("\(error).", status: .settings) }
    }

    /// - Parameter night: stops everything at its hour; nil serves until somebody asks to stop.
    func callAsFunction(until night: Night? = nil) async throws {
        let host = settings.host.value, certificates = try readCertificates()
        let workshop = try await Workshop(settings, store), measures = Measures()
        let site = try await SiteServices.make(
            database: store.database, world: store.world, host: host, port: settings.port.value, limits: Self.limits(settings), logger: logger,
            press: Press(python: settings.python.value), leakedPasswords: settings.leakedPasswords.value,
            securityContact: settings.securityContact.value, supporters: workshop.desk,
            desk: workshop.keyring, overlay: URL(filePath: settings.folder.value).appending(path: "overlay"), measures: measures,
            machine: { MachineFacts.looked(at: settings) }, federation: workshop.federation, certificates: certificates
        ) { port in
            Terminal.say("Amparo listens on \(WebAddress(host: host, port: port, isSecure: certificates != nil))")
        }
        // stopped in reverse: the worker first, and last who posts what the others leave
        let services: [any Service] =
            [workshop.postbox].compactMap { $0 } + site + [workshop.worker(logger, measures)] + Watching.service(settings, store, measures, logger)
            + [certificates.map { CertificateWatch(certificates: $0, logger: logger) }].compactMap { $0 }
        var quiet = logger  // at lower levels a group prints its services with all that is in them
        quiet.logLevel = max(logger.logLevel, .info)
        let alarm = night.map { ServiceGroupConfiguration.ServiceConfiguration(service: $0, successTerminationBehavior: .gracefullyShutdownGroup) }
        let start = ServiceGroupConfiguration.ServiceConfiguration(service: StartCode(), successTerminationBehavior: .ignore)
        var configuration = ServiceGroupConfiguration(
            services: services.map { .init(service: Named($0)) } + [start] + [alarm].compactMap { $0 }, gracefulShutdownSignals: [.sigterm, .sigint],
            logger: quiet)
        configuration.maximumGracefulShutdownDuration = .seconds(30)
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch let failure where ListenFailure.isOne(failure) {
            throw ListenFailure(failure).complaint(WebAddress(host: host, port: settings.port.value))
        }
    }
}
