/// The pauses between repeats of one transaction. They grow, and are left to chance, so that two that met do not meet again in step.
///
/// This is the system's randomness and not the world's, because it decides when something happens and never what.
struct Pause {
    private var longest = 2.0
    private var chance = SystemRandomNumberGenerator()

    mutating func next() -> Duration {
        defer { longest = min(longest * 2, 100) }
        return .milliseconds(Double.random(in: 0...longest, using: &chance))
    }
}
