import Synchronization

/// Tells everyone who listens that there is something new. A listener who is busy finds one element waiting, not a queue of them.
package final class Announcements: Sendable {
    private struct Listeners {
        var continuations: [Int: AsyncStream<Void>.Continuation] = [:]
        var next = 0
        var isOver = false
    }

    private let listeners = Mutex(Listeners())

    package init() {}

    /// A stream of its own for each listener.
    package func stream() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let id = listeners.withLock { listeners -> Int? in
            guard !listeners.isOver else { return nil }
            listeners.next += 1
            listeners.continuations[listeners.next] = continuation
            return listeners.next
        }
        guard let id else {
            continuation.finish()
            return stream
        }
        continuation.onTermination = { [weak self] _ in
            _ = self?.listeners.withLock { $0.continuations.removeValue(forKey: id) }
        }
        return stream
    }

    /// Gives every listener an element.
    package func announce() {
        for continuation in listeners.withLock({ Array($0.continuations.values) }) { continuation.yield() }
    }

    /// Ends every stream, and those asked for later.
    package func end() {
        let ended = listeners.withLock { listeners in
            listeners.isOver = true
            return Array(listeners.continuations.values)
        }
        for continuation in ended { continuation.finish() }
    }
}
