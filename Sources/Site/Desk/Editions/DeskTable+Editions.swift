import Campaign
import Documents

extension DeskTable {
    static func offered(_ key: String, empty: String, _ outputs: [OfferedOutput], _ reader: Reader, canAdopt: Bool = false) -> DeskTable {
        let columns = ["desk.column_action", "desk.column_headline", "desk.editions_column_kind", "desk.column_until", "desk.column_state"].map {
            reader.text($0)
        }
        return DeskTable(
            reader.text(key), columns: columns + (canAdopt ? [reader.text("desk.column_do")] : []),
            rows: outputs.map { output in
                let state =
                    output.state.map { reader.text("desk.editions_state_\($0.rawValue)") }
                    ?? (output.hasOwnEdition ? reader.text("desk.editions_own") : nil)
                let shown = reader.text(output.isShown ? "desk.editions_on_pages" : "desk.editions_not_on_pages")
                let adopt = DeskForm(to: EditionLinks.adoption(output.reference, output.ordinal), reader.text("desk.editions_adopt"))
                return output.cells(reader)
                    + [Cell(output.actUntil.map(reader.days.long) ?? "–"), Cell([state, shown].compactMap { $0 }.joined(separator: " · "))]
                    + (canAdopt ? [Cell("", buttons: [adopt])] : [])
            },
            empty: reader.text(empty))
    }

    /// At the international desk: how far each output has come.
    static func takenUp(_ outputs: [TakenUp], among count: Int, _ reader: Reader) -> DeskTable {
        DeskTable(
            reader.text("desk.editions_taken_up"),
            columns: [
                "desk.column_action", "desk.column_headline", "desk.editions_column_kind", "desk.editions_column_published",
                "desk.editions_column_decided",
            ]
            .map { reader.text($0) },
            rows: outputs.map { one in
                one.output.cells(reader) + [
                    Cell(one.output.publishedAt.map { reader.days.long($0.day(in: reader.section.timeZone)) } ?? "–"),
                    Cell(reader.text("desk.editions_decided_of", ["count": String(one.decided), "all": String(count)])),
                ]
            },
            empty: reader.text("desk.editions_taken_up_none"))
    }

    /// What each section made of one output: the proof that a correction arrived.
    static func uptake(of output: Output, in action: Action, sections: [Section], _ reader: Reader) -> DeskTable {
        let present = Upstream(output), zone = reader.section.timeZone
        return DeskTable(
            reader.text("desk.editions_uptake"),
            columns: [
                "desk.editions_column_section", "desk.column_state", "desk.editions_column_when", "desk.editions_column_seen", "desk.column_until",
            ].map { reader.text($0) },
            rows: sections.filter { $0.code != .international }.map { section in
                let adoption = output.adoption(of: section.code), isShown = action.isShown(output, by: section.code)
                let state =
                    adoption.map { "desk.editions_state_\($0.state.rawValue)" }
                    ?? (output.hasOwnEdition(of: section.code) ? "desk.editions_own" : isShown ? "desk.editions_at_once" : "desk.editions_waits")
                let since = adoption?.at ?? (isShown ? output.publishedAt : nil)
                let behind = adoption.map { $0.state != .declined && !$0.seen.changes(to: present).isEmpty } ?? false
                return [
                    Cell(section.name), Cell([reader.text(state), adoption?.reason].compactMap { $0 }.joined(separator: ": "), isLoud: !isShown),
                    Cell(since.map { reader.days.long($0.day(in: zone)) } ?? "–"),
                    Cell(adoption == nil ? "–" : reader.text(behind ? "desk.editions_behind" : "desk.editions_seen"), isLoud: behind),
                    Cell(output.actUntil(for: section.code).map(reader.days.long) ?? "–"),
                ]
            },
            empty: "")
    }

    /// What the international section says otherwise since somebody looked, field by field.
    static func changes(_ changes: [Upstream.Change], _ own: OwnEdition, _ reference: Reference, _ ordinal: Int, _ reader: Reader, maySettle: Bool)
        -> DeskTable
    {
        DeskTable(
            reader.text("desk.editions_changes"),
            columns: [
                "desk.editions_column_field", "desk.editions_column_before", "desk.editions_column_now", "desk.editions_column_ours",
                "desk.column_do",
            ].map { reader.text($0) },
            rows: changes.map { change in
                let parts = Excerpts(change.before, change.after), isOurs = own.says(change.field)
                func button(_ choice: String, _ key: String) -> DeskForm {
                    DeskForm(
                        to: EditionLinks.changes(reference, ordinal), reader.text(key),
                        hidden: [HiddenField(fieldName: "field", fieldValue: change.field), HiddenField(fieldName: "choice", fieldValue: choice)])
                }
                let buttons =
                    isOurs ? [button("keep", "desk.editions_keep"), button("take", "desk.editions_take")] : [button("take", "desk.editions_noted")]
                let language = change.language.map { " (\(reader.name(of: $0)))" } ?? ""
                return [
                    Cell(reader.text("desk.editions_field_\(change.name)") + language), Cell(parts.before), Cell(parts.after),
                    Cell(reader.text(isOurs ? "desk.editions_ours" : "desk.editions_theirs")), Cell("", buttons: maySettle ? buttons : []),
                ]
            },
            empty: "")
    }
}

extension OfferedOutput {
    fileprivate func cells(_ reader: Reader) -> [DeskTable.Cell] {
        [
            .init(reader.printed(reference) + (ordinal > 1 ? " · \(ordinal)" : ""), to: EditionLinks.output(reference, ordinal)),
            .init(headline ?? "–"),
            .init(reader.text("kind.\(kind.rawValue)"), isLoud: kind == .correction),
        ]
    }
}
