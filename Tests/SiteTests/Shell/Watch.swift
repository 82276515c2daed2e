import Synchronization

/// A clock that goes only when told to.
final class Watch: Sendable {
    private let time = Mutex(Duration.zero)

    var now: @Sendable () -> Duration { { self.time.withLock { $0 } } }

    func pass(_ duration: Duration) {
        time.withLock { $0 += duration }
    }
}

/// Counts, from any task.
final class Count: Sendable {
    private let count = Atomic(0)

    var value: Int { count.load(ordering: .sequentiallyConsistent) }

    func up() {
        count.add(1, ordering: .sequentiallyConsistent)
    }
}
