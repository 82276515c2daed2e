import Campaign
import Hummingbird
import HummingbirdCore
import Logging

/// The web server around a router: bounded in time, in connections and in bytes.
enum SiteServer {
    /// A service that serves `router` until it is asked to stop; requests already accepted are answered first.
    ///
    /// - Parameters:
    ///   - port: 0 asks the system for a free one.
    ///   - ready: what is answered before the router is asked.
    ///   - measures: told of connections, and of what is answered before the router is asked.
    ///   - certificates: by which TLS is spoken; nil for plain HTTP.
    ///   - expecting: throws for an address under which nothing is, so that a wrong method there is 404 and not 405.
    ///   - onBound: told the port once connections are accepted.
    static func build(
        router: Router<Visitor>,
        host: String,
        port: Int,
        limits: Limits = Limits(),
        logger: Logger,
        ready: ReadyAnswers? = nil,
        measures: Measures = Measures(),
        certificates: Certificates? = nil,
        expecting: @escaping @Sendable (Visitor) async throws -> Void = { _ in },
        onBound: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) -> Application<RouterResponder<Visitor>> {
        router.refuseOtherMethods(expecting: expecting)
        let doorway = ready.map { Doorway($0, measures: measures) }
        return Application(
            router: router,
            server: HTTPServerBuilder {
                let plain = PatientChannel(limits, doorway: doorway, connections: measures.connections, responder: $0)
                guard let certificates else { return plain }
                return SecureChannel(plain, certificates: certificates)
            },
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port),
                availableConnectionsDelegate: .maximum(limits.connections, logger: logger)
            ),
            onServerRunning: { channel in await onBound(channel.localAddress?.port ?? port) },
            logger: logger
        )
    }
}
