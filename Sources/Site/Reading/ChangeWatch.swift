import Logging
import ServiceLifecycle
import Storage

/// Lets finished pages know when the database changed, by this process or another.
struct ChangeWatch: Service {
    let site: SiteParts
    let logger: Logger

    func run() async {
        await cancelWhenGracefulShutdown {
            for await _ in site.database.changes() {
                site.cache.invalidate()
                do { try await site.sections.reload() } catch { logger.warning("sections not read again") }
            }
        }
    }
}
