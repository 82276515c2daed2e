import Storage

/// The pauses between repeats of one transaction, for as long as we have patience. They grow, and are left to chance, so that two that met do
/// not meet again in step.
///
/// This is the system's randomness and not the world's, because it decides when something happens and never what.
struct Pause {
    private var longest = 2.0
    private var chance = SystemRandomNumberGenerator()

    private let deadline = ContinuousClock.now + patience

    private static let patience = Duration.seconds(10)

    /// Throws ``StorageFailure/busy`` when it was repeated long enough.
    mutating func next() throws -> Duration {
        guard ContinuousClock.now < deadline else { throw StorageFailure.busy }
        defer { longest = min(longest * 2, 100) }
        return .milliseconds(Double.random(in: 0...longest, using: &chance))
    }
}
