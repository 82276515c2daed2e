/// How long things took, in milliseconds.
struct Timings {
    private let sorted: [Double]

    init(_ times: [Double]) {
        sorted = times.sorted()
    }

    var median: Double { part(0.5) }
    var p95: Double { part(0.95) }
    var p99: Double { part(0.99) }

    private func part(_ share: Double) -> Double {
        sorted.isEmpty ? .nan : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }

    /// Does it `count` times, one after another.
    static func of(_ count: Int, _ body: (Int) async throws -> Void) async rethrows -> Timings {
        var times: [Double] = []
        for number in 0..<count {
            let start = ContinuousClock.now
            try await body(number)
            times.append(start.duration(to: .now) / .milliseconds(1))
        }
        return Timings(times)
    }
}
