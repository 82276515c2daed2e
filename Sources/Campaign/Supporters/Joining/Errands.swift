package import Logging
import ServiceLifecycle
import Synchronization

/// What is done for a visitor after the answer has left, in order: so that the answer and its time are the same whether or not we know
/// the address (DOMAIN 5.2, T4).
///
/// They wait in memory, for they hold addresses; a process that is killed forgets them, and the person asks again. A graceful stop does
/// them all first.
package final class Errands: Service {
    package typealias Errand = @Sendable () async throws -> Void

    private struct Waiting {
        var errands: [Errand] = []
        var isOver = false
    }

    private let waiting = Mutex(Waiting())
    private let bell: AsyncStream<Void>
    private let ring: AsyncStream<Void>.Continuation
    private let limit: Int
    private let logger: Logger

    /// - Parameter limit: how many may wait; an answer is refused as "too many at once" beyond it.
    package init(limit: Int = 10_000, logger: Logger) {
        (bell, ring) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        self.limit = limit
        self.logger = logger
    }

    /// Throws `SupporterRefusal.tooManyWaiting`, whoever asks.
    func take(_ errand: @escaping Errand) throws(SupporterRefusal) {
        let isTaken = waiting.withLock { waiting in
            guard !waiting.isOver, waiting.errands.count < limit else { return false }
            waiting.errands.append(errand)
            return true
        }
        guard isTaken else { throw .tooManyWaiting }
        ring.yield()
    }

    package func run() async {
        await withGracefulShutdownHandler {
            for await _ in bell { await drain() }
            await drain()
        } onGracefulShutdown: { [self] in
            waiting.withLock { $0.isOver = true }
            ring.finish()
        }
    }

    /// Does what is waiting, one after the other. One that fails is noted by the kind of its failure, never by its values.
    package func drain() async {
        while let errand = waiting.withLock({ $0.errands.isEmpty ? nil : $0.errands.removeFirst() }) {
            do { try await errand() } catch {
                logger.error("an errand failed", metadata: ["error": "\(String(reflecting: type(of: error)))"])
            }
        }
    }
}
