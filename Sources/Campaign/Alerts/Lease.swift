import Storage
import Synchronization

/// Until when what a worker claimed is surely its own.
final class Lease: Sendable {
    private let keptAt: Mutex<Instant>

    /// - Parameter now: when nothing is claimed yet.
    init(from now: Instant) { keptAt = Mutex(now) }

    /// All that was claimed before `now` is claimed from then on anew. What was claimed since lasts longer.
    func keep(at now: Instant) { keptAt.withLock { $0 = max($0, now) } }

    /// Whether everything claimed lasts so long yet that a note of it is found before another may take it.
    func allowsNotes(at now: Instant) -> Bool {
        let end = keptAt.withLock { $0 }.adding(seconds: Delivery.leaseSeconds - Delivery.noteSeconds)
        return now <= end
    }
}
