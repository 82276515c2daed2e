import Campaign

/// A picture of numbers as SVG, with its words and the table of the same numbers beside it: nothing is said by colour alone.
///
/// It stretches with the page; its units are those of a narrow phone, so that its words are never smaller there than written here.
struct Plot: Sendable {
    let plotID: String
    let plotTitle: String
    let plotNote: String?
    /// The picture in words.
    let plotWords: String
    let width: Int
    let height: Int
    let bars: [Bar]
    let ticks: [Tick]
    let tables: [DeskTable]
    let hasBars: Bool

    struct Bar: Sendable {
        let x: String
        let y: String
        let barWidth: String
        let barHeight: String
        let barLabel: String?
        let barValue: String?
        let labelY: String
        let valueX: String
        let valueY: String
    }

    struct Tick: Sendable {
        let tickX: String
        let tickY: String
        let anchor: String
        let tickText: String
    }

    struct Value: Sendable {
        let label: String
        let number: Int
    }

    private static let width = 360
    /// Bars that stand in one picture; the table has all.
    private static let most = 12

    /// One bar below the other, each under its label.
    static func bars(_ id: String, _ title: String, note: String? = nil, _ values: [Value], _ heads: (String, String), _ reader: Reader) -> Plot {
        let shown = values.prefix(most), largest = max(shown.map(\.number).max() ?? 0, 1)
        let bars = shown.enumerated().map { place, value in
            let top = place * 36, length = max(value.number, 0) * (width - 70) / largest
            return Bar(
                x: "0", y: "\(top + 17)", barWidth: "\(length)", barHeight: "12", barLabel: String(value.label.prefix(48)),
                barValue: reader.words.grouped(value.number), labelY: "\(top + 12)", valueX: "\(length == 0 ? 0 : length + 6)", valueY: "\(top + 27)")
        }
        return Plot(id, title, note, height: shown.count * 36, bars: bars, ticks: [], values, heads, reader)
    }

    /// One column beside the other, for days or weeks; the first, the largest and the last are named.
    static func columns(_ id: String, _ title: String, note: String? = nil, _ values: [Value], _ heads: (String, String), _ reader: Reader) -> Plot {
        let largest = max(values.map(\.number).max() ?? 0, 1), count = max(values.count, 1), step = Double(width) / Double(count)
        func text(_ number: Double) -> String { String((number * 10).rounded() / 10) }
        let peak = values.firstIndex { $0.number == largest }
        let bars = values.enumerated().map { place, value in
            let height = max(value.number, 0) * 100 / largest, x = Double(place) * step
            return Bar(
                x: text(x), y: "\(120 - height)", barWidth: text(max(step - 1, 0.5)), barHeight: "\(height)", barLabel: nil,
                barValue: place == peak && value.number > 0 ? reader.words.grouped(value.number) : nil, labelY: "0",
                valueX: text(min(x, Double(width - 44))), valueY: "\(115 - height)")
        }
        let ticks = [(values.first, 0, "start"), (values.count > 1 ? values.last : nil, width, "end")].compactMap { value, x, anchor in
            value.map { Tick(tickX: "\(x)", tickY: "136", anchor: anchor, tickText: $0.label) }
        }
        return Plot(id, title, note, height: 142, bars: bars, ticks: ticks, values.filter { $0.number != 0 }, heads, reader)
    }

    private init(
        _ id: String, _ title: String, _ note: String?, height: Int, bars: [Bar], ticks: [Tick], _ values: [Value], _ heads: (String, String),
        _ reader: Reader
    ) {
        plotID = id
        plotTitle = title
        hasBars = values.contains { $0.number > 0 }
        plotNote = hasBars ? note : reader.text("desk.statistics_nothing")
        plotWords = values.prefix(Self.most).map { "\($0.label): \(reader.words.grouped($0.number))" }.joined(separator: "; ")
        width = Self.width
        self.height = max(height, 1)
        self.bars = bars
        self.ticks = ticks
        tables =
            hasBars
            ? [
                DeskTable(
                    title, columns: [heads.0, heads.1], rows: values.map { [.init($0.label), .init(reader.words.grouped($0.number))] },
                    empty: reader.text("desk.statistics_nothing"))
            ] : []
    }

    /// For a page that has a table of more columns below.
    var withoutTable: Plot { Plot(self, tables: []) }

    private init(_ plot: Plot, tables: [DeskTable]) {
        plotID = plot.plotID
        plotTitle = plot.plotTitle
        plotNote = plot.plotNote
        plotWords = plot.plotWords
        width = plot.width
        height = plot.height
        bars = plot.bars
        ticks = plot.ticks
        hasBars = plot.hasBars
        self.tables = tables
    }
}
