package import Campaign
import Foundation
import Hummingbird
package import Logging
package import ServiceLifecycle
package import Storage

/// Tells what the process measured to whoever watches over it, on a listener of its own, which is nobody's but theirs.
package enum MetricsServer {
    /// - Parameters:
    ///   - more: what only the site knows.
    ///   - onBound: told the port once connections are accepted.
    package static func build(
        _ measures: Measures, database: any Database, world: World, host: String, port: Int, logger: Logger,
        onBound: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> any Service {
        let router = Router(context: Visitor.self)
        router.get("metrics") { _, _ in
            let text = await MetricsText(measures: measures, database: database, world: world)()
            return Response(
                status: .ok, headers: [.contentType: Exposition.contentType, .cacheControl: Caching.never.directive],
                body: .init(byteBuffer: ByteBuffer(string: text)))
        }
        var limits = Limits()
        limits.connections = 20
        return SiteServer.build(router: router, host: host, port: port, limits: limits, logger: logger, onBound: onBound)
    }
}
