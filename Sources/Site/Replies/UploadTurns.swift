import Campaign
import Synchronization

/// How many visitors' uploads are read at once: each is held in memory, and calculates for a while. Who comes when all places are taken is
/// asked to come again, before a byte of theirs is read.
final class UploadTurns: Sendable {
    private let free: Mutex<Int>

    init(atOnce: Int = 6) {
        free = Mutex(atOnce)
    }

    /// Throws `ReplyRefusal.busy`.
    func callAsFunction<T: Sendable>(_ body: () async throws -> T) async throws -> T {
        let isGranted = free.withLock { free in
            guard free > 0 else { return false }
            free -= 1
            return true
        }
        guard isGranted else { throw ReplyRefusal.busy }
        defer { free.withLock { $0 += 1 } }
        return try await body()
    }
}
