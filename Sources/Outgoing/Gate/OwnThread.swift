import Dispatch
import Foundation
import Synchronization

/// Work that blocks, on a thread of its own: the threads that Swift's tasks share are too few to wait on somebody else's server.
enum OwnThread {
    /// Runs `work` and gives its result, or `late` once so many milliseconds have passed. The thread then goes on by itself until `work` ends,
    /// which a name server that does not answer can delay; `end` is called when it has.
    static func run<T: Sendable>(
        within milliseconds: Int, else late: T, end: @escaping @Sendable () -> Void, _ work: @escaping @Sendable () -> T
    ) async -> T {
        await withCheckedContinuation { continuation in
            let first = FirstWord(continuation)
            DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { first.give(late) }
            Thread.detachNewThread {
                first.give(work())
                end()
            }
        }
    }
}

/// Whoever speaks first is heard.
private final class FirstWord<T: Sendable>: Sendable {
    private let continuation: Mutex<CheckedContinuation<T, Never>?>

    init(_ continuation: CheckedContinuation<T, Never>) {
        self.continuation = Mutex(continuation)
    }

    func give(_ value: T) {
        let waiting = continuation.withLock { waiting in
            defer { waiting = nil }
            return waiting
        }
        waiting?.resume(returning: value)
    }
}
