import Campaign
import Documents

/// What the pictures for the secretariat are drawn from.
struct StatisticsFacts: Sendable {
    let days: [Day: Int]
    let channels: [StatisticsRow]
    let sections: [(section: Section.Code, counted: Int)]
    let outcomes: [(outcome: Outcome, cases: Int)]
    let first: [Int]
    let deadlines: [Day: Int]
    let known: [Section]

    func plots(_ range: DayRange, weeks: Int, _ reader: Reader) -> [Plot] {
        func words(_ key: String, _ values: [String: String] = [:]) -> String { reader.text("desk.statistics_\(key)", values) }
        let appeals = reader.text("desk.counting_appeals"), cases = words("cases")
        let all = outcomes.reduce(0) { $0 + $1.cases }
        return [
            .columns("plot-days", words("days"), dayValues(range, reader), (words("day"), appeals), reader),
            .bars(
                "plot-channels", words("channels"), channels.map { .init(label: reader.text("channel.\($0.key)"), number: $0.counted) },
                (words("by_type"), appeals), reader),
            .bars(
                "plot-sections", words("sections"), sections.map { .init(label: name($0.section, reader), number: $0.counted) },
                (words("section"), appeals), reader),
            .bars(
                "plot-outcomes", words("outcomes"), note: words("outcomes_note", ["cases": reader.words.grouped(all)]),
                outcomes.map { .init(label: "\(reader.text("outcome.\($0.outcome.rawValue)")), \(share($0.cases, all))", number: $0.cases) },
                (words("outcome"), cases), reader),
            .bars(
                "plot-first", words("first"), note: words("first_note", ["outputs": reader.words.grouped(first.count)]),
                Self.steps.map { step in .init(label: step.name, number: first.count { step.range.contains($0) }) },
                (words("first_after"), words("outputs")), reader),
            .columns(
                "plot-deadlines", words("deadlines", ["weeks": "\(weeks)"]), deadlineValues(weeks, reader), (words("day"), words("outputs")), reader),
        ]
    }

    private static let steps: [(name: String, range: ClosedRange<Int>)] = [
        ("0", 0...0), ("1", 1...1), ("2–3", 2...3), ("4–7", 4...7), ("8–14", 8...14), ("15+", 15...Int.max),
    ]

    /// The last 60 days of the range: more do not stand side by side on a phone.
    private func dayValues(_ range: DayRange, _ reader: Reader) -> [Plot.Value] {
        let start = max(range.from, range.to.adding(days: -59))
        return (0...start.days(until: range.to)).map { offset in
            let day = start.adding(days: offset)
            return .init(label: reader.days.long(day), number: days[day] ?? 0)
        }
    }

    private func deadlineValues(_ weeks: Int, _ reader: Reader) -> [Plot.Value] {
        (0..<7 * weeks).map { offset in
            let day = reader.today.adding(days: offset)
            return .init(label: reader.days.long(day), number: deadlines[day] ?? 0)
        }
    }

    /// A section by its country, where it has one.
    private func name(_ code: Section.Code, _ reader: Reader) -> String {
        guard let section = known.first(where: { $0.code == code }) else { return code.rawValue }
        return section.country.flatMap { Country($0)?.name(in: reader.language) } ?? section.name
    }

    private func share(_ part: Int, _ all: Int) -> String { "\((part * 100 + all / 2) / max(all, 1)) %" }
}
