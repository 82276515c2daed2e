import Synchronization

/// How far into the server's log of writes this process has seen, so that nobody is shown by a replica what is older than what was shown before.
///
/// It moves with every write of the process, every look at the server, and every read that may be answered anywhere.
final class Horizon: Sendable {
    private struct State {
        var position: Int64 = 0
        /// When the server that takes writes last said how far it is; nil while it is not known.
        var confirmed: ContinuousClock.Instant?
    }

    private let state = Mutex(State())

    /// A replica that answers while the server itself is silent may be cut off with us; what others withdraw must not be shown for long.
    private static let trust = Duration.seconds(30)

    /// What a replica must have; nil while that is not known.
    var position: Int64? {
        state.withLock { state in
            state.confirmed.flatMap { ContinuousClock.now - $0 < Self.trust ? state.position : nil }
        }
    }

    func raise(to position: Int64) {
        state.withLock { $0.position = max($0.position, position) }
    }

    /// What the server said of itself. A server that was not heard before begins anew: one that was promoted may be behind the one that was lost.
    func confirm(_ position: Int64, isNew: Bool) {
        state.withLock { state in
            state.position = isNew ? position : max(state.position, position)
            state.confirmed = .now
        }
    }

    /// Something was written, and it is not known how far: replicas wait for the next look at the server.
    func forget() {
        state.withLock { $0.confirmed = nil }
    }
}
