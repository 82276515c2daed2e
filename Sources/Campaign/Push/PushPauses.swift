import Outgoing
import Synchronization

/// Which push services are left alone for a while: one that is not ready costs one attempt, and not one for each of its browsers, so that
/// mail does not wait behind it.
final class PushPauses: Sendable {
    private struct Pause {
        var end: Instant
        var seconds: Int
    }

    private let pauses = Mutex<[String: Pause]>([:])
    private static let longest = 600
    /// More services than there are in the world; somebody invents them.
    private static let most = 1_000

    /// For how many seconds a service is still left alone; nil when it may be asked.
    func left(_ service: String, at now: Instant) -> Int? {
        pauses.withLock { pauses in
            guard let end = pauses[service]?.end, end > now else { return nil }
            return max(1, Int((end.milliseconds - now.milliseconds + 999) / 1_000))
        }
    }

    /// Twice as long after each failure, or as long as the service asks; nothing after an answer.
    func note(_ reception: Reception, of service: String, at now: Instant) {
        pauses.withLock { pauses in
            guard case .later(_, let asked) = reception else {
                pauses[service] = nil
                return
            }
            if pauses.count >= Self.most { pauses = [:] }
            let before = pauses[service]
            if let before, before.end > now, asked == nil { return }  // several at once failed together
            let seconds = asked ?? min((before?.seconds ?? 0) * 2 + 1, Self.longest)
            pauses[service] = Pause(end: now.adding(seconds: seconds), seconds: min(seconds, Self.longest))
        }
    }
}
