import Storage

/// The pauses between repeats of one transaction, for as long as we have patience. They grow, and are left to chance, so that two that met do
/// not meet again in step.
///
/// This is the system's randomness and not the world's, because it decides when something happens and never what.
struct Pause {
    private var longest = 2.0
    private var chance = SystemRandomNumberGenerator()
    private var doubled = 0
    private let deadline = ContinuousClock.now + patience

    private static let patience = Duration.seconds(10)
    /// What is doubled after so many repeats is so by itself.
    private static let mostDoubled = 3

    /// How long to wait before it is repeated. Throws what ended it where that would come again, and ``StorageFailure/busy`` when it was repeated
    /// long enough.
    ///
    /// A transaction that met another is repeated. So is one that is to be as if alone and doubles a value: another may have entered that since it
    /// looked, and PostgreSQL does not always call this a conflict (its manual, 13.5). A repeated one sees it.
    mutating func next(after failure: any Error, of access: Access) throws -> Duration {
        switch failure {
        case is Session.Conflict: break
        case StorageFailure.unique where access.isAlone && doubled < Self.mostDoubled: doubled += 1
        default: throw failure
        }
        guard ContinuousClock.now < deadline else { throw StorageFailure.busy }
        defer { longest = min(longest * 2, 100) }
        return .milliseconds(Double.random(in: 0...longest, using: &chance))
    }
}
