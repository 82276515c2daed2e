import Synchronization

/// Says that no more work is to be begun. What was begun is finished.
package final class StopSign: Sendable {
    private let up = Atomic(false)

    package init() {}

    package var isUp: Bool { up.load(ordering: .acquiring) }

    package func raise() { up.store(true, ordering: .releasing) }
}
