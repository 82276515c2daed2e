/// When what was noted is entered in the rows: when it has become much, and after a while in any case.
struct Folds {
    private var waiting = 0
    private var last: ContinuousClock.Instant

    private static let enough = 512
    private static let pause = Duration.milliseconds(500)

    init(from now: ContinuousClock.Instant) { last = now }

    /// So many more were noted.
    mutating func add(_ count: Int) { waiting += count }

    func isDue(at now: ContinuousClock.Instant) -> Bool {
        waiting >= Self.enough || waiting > 0 && last.duration(to: now) >= Self.pause
    }

    /// All that was noted is entered.
    mutating func finish(at now: ContinuousClock.Instant) {
        waiting = 0
        last = now
    }
}
