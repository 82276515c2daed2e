package import Logging
package import Storage
import Synchronization

/// Gives back what was claimed by a clock that was wrong: a worker that died with such a claim would be waited for until that clock's time comes.
/// When a worker begins, and then once an hour.
package final class MendClaims: Round {
    private let database: any Database
    private let world: World
    private let logger: Logger
    private let looked = Mutex<ContinuousClock.Instant?>(nil)

    private static let pause = Duration.seconds(3_600)

    package init(database: any Database, world: World, logger: Logger) {
        self.database = database
        self.world = world
        self.logger = logger
    }

    package func callAsFunction(until sign: StopSign) async throws {
        guard looked.withLock({ looked in looked.map { ContinuousClock.now - $0 > Self.pause } ?? true }) else { return }
        let now = world.now()
        let count = try await database.write { db in try db.releaseImpossibleClaims(at: now) }
        looked.withLock { $0 = .now }
        if count > 0 { logger.warning("claims of a wrong clock given back", metadata: ["count": "\(count)"]) }
    }
}
