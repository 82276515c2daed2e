import Campaign
import Documents

/// What was counted, and apart from it what pages elsewhere say they counted.
struct CountingPart: Sendable {
    let total: String?
    let totalLine: String
    let hasRows: Bool
    let rows: [Row]
    let hasImported: Bool
    let imported: [Row]
    let countingPath: String

    struct Row: Sendable {
        let label: String
        let rowCount: String
    }
}

extension CountingPart {
    init(_ view: ActionView, sections: SectionDirectory) {
        let reader = view.reader, total = reader.publicCount(view.tally.counted()), rows = Self.rows(view, sections)
        let elsewhere = reader.publicCount(view.tally.countedElsewhere())
        self.init(
            total: total.map(reader.words.grouped),
            totalLine: total.map { reader.count("count.total_line", $0) }
                ?? reader.text("count.below", ["threshold": reader.words.grouped(reader.section.threshold)]),
            hasRows: !rows.isEmpty,
            rows: rows,
            hasImported: elsewhere != nil,
            imported: elsewhere.map { [Row(label: view.reference, rowCount: reader.count("count.imported_row", $0))] } ?? [],
            countingPath: Links.guide(.counting, reader.language)
        )
    }

    /// By output, by channel, by section. A part is shown only when every other part of the same sum may be shown as well:
    /// a hidden one could else be worked out by subtraction.
    private static func rows(_ view: ActionView, _ sections: SectionDirectory) -> [Row] {
        let reader = view.reader
        let outputs = view.action.outputs.map { output in
            (
                reader.text("kind.numbered", ["kind": reader.text("kind.\(output.kind.rawValue)"), "number": String(output.ordinal)]),
                view.tally.counted(output: output.ordinal)
            )
        }
        let channels = Channel.allCases.map { (reader.text("channel.\($0.rawValue)"), view.tally.counted(by: $0)) }
        let shares = sections.all.map { ($0.name, view.tally.counted(for: $0.code)) }
        return shown(outputs, reader) + shown(channels, reader) + shown(shares, reader)
    }

    private static func shown(_ parts: [(label: String, count: Int)], _ reader: Reader) -> [Row] {
        let parts = parts.filter { $0.count > 0 }
        guard parts.count > 1, parts.allSatisfy({ reader.publicCount($0.count) != nil }) else { return [] }
        return parts.map { Row(label: $0.label, rowCount: reader.words.grouped($0.count)) }
    }
}
