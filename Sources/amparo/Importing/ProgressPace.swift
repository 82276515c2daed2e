/// How fast documents are being read, by the last few seconds: what a first run took already goes by much faster than what is new.
struct ProgressPace {
    private(set) var read = 0
    private var marks: [(instant: ContinuousClock.Instant, read: Int)]

    private static let seconds = 20

    init(from start: ContinuousClock.Instant) {
        marks = [(start, 0)]
    }

    mutating func advance(at now: ContinuousClock.Instant) {
        if let last = marks.last, last.instant.duration(to: now) >= .seconds(1) { marks = marks.suffix(Self.seconds - 1) + [(now, read)] }
        read += 1
    }

    /// Documents a second.
    func rate(at now: ContinuousClock.Instant) -> Double {
        guard let first = marks.first else { return 0 }
        return Double(read - first.read) / max(0.001, first.instant.duration(to: now) / .seconds(1))
    }
}
