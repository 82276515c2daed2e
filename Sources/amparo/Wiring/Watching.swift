import Campaign
import Logging
import ServiceLifecycle
import Site

/// The listener for whoever watches over this process; none unless it is set.
enum Watching {
    static func service(_ settings: Settings, _ store: Store, _ measures: Measures, _ logger: Logger) -> [any Service] {
        guard let port = settings.metrics.port.value else { return [] }
        return [
            MetricsServer.build(
                measures, database: store.database, world: store.world, host: settings.metrics.host.value, port: port, logger: logger)
        ]
    }
}
