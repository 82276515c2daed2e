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

    /// By output, by channel, by section and other server.
    private static func rows(_ view: ActionView, _ sections: SectionDirectory) -> [Row] {
        let reader = view.reader, shares = PublicShares(view, sections)
        let outputs = shares.outputs.map { output, count in
            (reader.text("kind.numbered", ["kind": reader.text("kind.\(output.kind.rawValue)"), "number": String(output.ordinal)]), count)
        }
        let rows =
            outputs + shares.channels.map { (reader.text("channel.\($0.rawValue)"), $1) } + shares.sections.map { ($0.name, $1) }
            + shares.servers
        return rows.map { Row(label: $0, rowCount: reader.words.grouped($1)) }
    }
}
