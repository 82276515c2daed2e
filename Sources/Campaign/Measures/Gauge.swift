import Synchronization

/// How much of something there is now.
package final class Gauge: Sendable {
    private let level = Atomic<Int>(0)

    package init() {}

    package var value: Int { level.load(ordering: .relaxed) }

    package func add(_ number: Int) {
        level.add(number, ordering: .relaxed)
    }

    package func set(_ number: Int) {
        level.store(number, ordering: .relaxed)
    }
}
