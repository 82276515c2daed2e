import Campaign

/// How many actions each month of the archive holds.
struct ArchiveCounts: Sendable {
    struct Month: Hashable, Comparable, Sendable {
        let year: Int
        /// 0 when no document says it.
        let month: Int

        static func < (one: Month, other: Month) -> Bool { (one.year, one.month) < (other.year, other.month) }
    }

    private let counts: [Month: Int]

    init(_ counts: [ArchivePlace: Int]) {
        self.counts = Dictionary(counts.map { (Month(year: $0.key.year, month: $0.key.month ?? 0), $0.value) }, uniquingKeysWith: +)
    }

    /// Latest year first.
    var years: [(year: Int, count: Int)] {
        Dictionary(counts.map { ($0.key.year, $0.value) }, uniquingKeysWith: +)
            .map { (year: $0.key, count: $0.value) }.sorted { $0.year > $1.year }
    }

    /// In the order of the calendar, the undated last.
    func months(of year: Int) -> [(month: Int, count: Int)] {
        counts.filter { $0.key.year == year }.map { (month: $0.key.month, count: $0.value) }
            .sorted { ($0.month == 0 ? 13 : $0.month) < ($1.month == 0 ? 13 : $1.month) }
    }

    /// The months with actions just before and just after.
    func neighbours(of month: Month) -> (earlier: Month?, later: Month?) {
        (counts.keys.filter { $0 < month }.max(), counts.keys.filter { $0 > month }.min())
    }
}
