import Dispatch
import Foundation
import Storage
import Synchronization

/// A server that follows ours, with sessions of its own, and somebody who looks twice a second how far it is.
final class Replica: Sendable {
    private struct Sight {
        var isReachable = false
        /// When it last had all that was known before it was asked.
        var caughtUp = ContinuousClock.now
        var reads = 0
    }

    private let number: Int
    private let address: PostgresAddress
    private let horizon: Horizon
    private let contact = Contact()
    private let pool: SessionPool
    private let queue = DispatchQueue(label: "amparo.postgres.replica")
    private let sight = Mutex(Sight())
    private let isStarted = Atomic(false), isOver = Atomic(false)

    /// Further behind than this for so long, it is no longer asked at all.
    private static let patience = Duration.seconds(10)

    init(number: Int, address: PostgresAddress, sessions: Int, horizon: Horizon) {
        self.number = number
        self.address = address
        self.horizon = horizon
        pool = SessionPool((0..<max(1, sessions)).map { [contact] _ in Session(address: address, contact: contact) })
    }

    var state: ReplicaState {
        let sight = sight.withLock { $0 }, behind = ContinuousClock.now - sight.caughtUp
        return ReplicaState(
            number: number, isReachable: sight.isReachable, secondsBehind: behind < .seconds(1) ? 0 : behind / .seconds(1),
            isInUse: sight.isReachable && behind < Self.patience, reads: sight.reads)
    }

    /// The answer, unless the replica cannot be asked or lacks something: then nil, and nothing is lost but a moment.
    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T? {
        guard let position = horizon.position, state.isInUse, !contact.isLost else { return nil }
        do {
            let (result, reached) = try await pool.with { try await $0.copy(from: position, body) }
            horizon.raise(to: reached)
            sight.withLock { $0.reads += 1 }
            return result
        } catch StorageFailure.unreachable {
            return nil
        } catch is Session.Conflict {
            return nil  // what it repeats upset what was read
        } catch is Session.Behind {
            return nil
        }
    }

    func start() {
        guard !isStarted.exchange(true, ordering: .relaxed) else { return }
        contact.beginWatch()
        queue.async {
            while !self.isOver.load(ordering: .relaxed) {
                self.follow()
                self.sight.withLock { $0.isReachable = false }
                self.rest()
            }
        }
    }

    func close() async {
        isOver.store(true, ordering: .relaxed)
        await withCheckedContinuation { continuation in queue.async { continuation.resume() } }
        await pool.close()
    }

    /// Until it does not answer any more, or nobody asks.
    private func follow() {
        guard let line = try? Line(address, contact) else { return }
        while !isOver.load(ordering: .relaxed) {
            let wanted = horizon.position
            guard let pulse = try? line.pulse() else { return }
            contact.noteAnswer(by: pulse.server)
            sight.withLock { sight in
                sight.isReachable = true
                if let wanted, pulse.position >= wanted { sight.caughtUp = .now }
            }
            rest()
        }
    }

    private func rest() { usleep(400_000) }
}
