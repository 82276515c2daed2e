/// How large the values of something were: how many stayed below each bound, how many there were, and their sum.
package final class Distribution: Sendable {
    package let bounds: [Double]
    private let counts: [Counter]
    /// In millionths.
    private let total = Counter()

    package init(bounds: [Double]) {
        self.bounds = bounds
        counts = (0...bounds.count).map { _ in Counter() }
    }

    package func note(_ value: Double) {
        counts[bounds.firstIndex { value <= $0 } ?? bounds.count].add()
        total.add(Int((value * 1_000_000).rounded()))
    }

    package var sum: Double { Double(total.value) / 1_000_000 }

    /// For each bound how many values were not above it; at the end how many there were.
    package var cumulated: [Int] {
        var sum = 0
        return counts.map { count in
            sum += count.value
            return sum
        }
    }
}

extension Distribution {
    /// Seconds, from a page that was ready to a paper that took long.
    package static let seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
    package static let sizes: [Double] = [1, 2, 5, 10, 20, 50, 100, 200, 500]
}
