import Campaign
import Documents

/// What a table of returns would do, row by row, before it does it; or what is wrong with it.
struct CountTablePage: Page {
    static var template: String { "desk/count-table" }

    /// Rows that stand on the page; a table may have thousands.
    private static let shown = 200

    let layout: Layout
    let t: [String: String]
    let title: String
    let intro: [String]
    let tables: [DeskTable]
    /// Whether it may be entered as it is.
    let isSound: Bool
    let tablePath: String
    let tableText: String

    init(title: String, _ table: CountTable, _ verdicts: [EnterCounts.Verdict], text: String, layout: Layout, for reader: Reader) {
        let refused = zip(table.rows, verdicts).compactMap { row, verdict in
            if case .refused(let message) = verdict { CountTable.Problem(line: row.line, message: message) } else { nil }
        }
        let problems = (table.problems + refused).sorted { $0.line < $1.line }
        let counting = zip(table.rows, verdicts).filter { if case .counts = $0.1 { true } else { false } }.map(\.0.entry)
        let known = verdicts.count { $0 == .known }
        self.layout = layout
        t = reader.words.plainTexts
        self.title = title
        isSound = problems.isEmpty && !counting.isEmpty
        intro =
            problems.isEmpty
            ? [
                reader.text(
                    "desk.counting_table_plan",
                    [
                        "rows": reader.words.grouped(counting.count), "appeals": reader.words.grouped(counting.reduce(0) { $0 + $1.quantity }),
                        "known": reader.words.grouped(known),
                    ])
            ] : [reader.text("desk.counting_table_wrong")]
        tables = problems.isEmpty ? [Self.plan(table, verdicts, reader)] : [Self.wrong(problems, reader)]
        tablePath = CountingLinks.table
        tableText = text
    }

    private static func wrong(_ problems: [CountTable.Problem], _ reader: Reader) -> DeskTable {
        DeskTable(
            reader.text("desk.counting_table_problems"), columns: ["line", "problem"].map { reader.text("desk.counting_\($0)") },
            rows: problems.prefix(shown).map { [.init(String($0.line)), .init(reader.words.text($0.message), isLoud: true)] }, empty: "")
    }

    private static func plan(_ table: CountTable, _ verdicts: [EnterCounts.Verdict], _ reader: Reader) -> DeskTable {
        DeskTable(
            reader.text("desk.counting_table_rows"),
            columns: ["line", "action", "channel", "quantity", "date", "source", "becomes"].map { reader.text("desk.counting_\($0)") },
            rows: zip(table.rows, verdicts).prefix(shown).map { row, verdict in
                [
                    .init(String(row.line)), .init(reader.printed(row.entry.reference)), .init(reader.text("channel.\(row.entry.channel.rawValue)")),
                    .init(reader.words.grouped(row.entry.quantity)), .init(row.entry.day.text),
                    .init(reader.text("desk.counting_source_\(row.entry.source.rawValue)")),
                    .init(reader.text(verdict == .known ? "desk.counting_known" : "desk.counting_counts")),
                ]
            },
            empty: "")
    }
}
