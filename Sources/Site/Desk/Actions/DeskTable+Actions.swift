import Campaign
import Documents

extension DeskTable {
    static func actions(_ heading: String, _ entries: [DeskEntry], _ reader: Reader, empty: String) -> DeskTable {
        DeskTable(
            heading,
            columns: ["desk.column_action", "desk.column_headline", "desk.column_state", "desk.column_until"].map { reader.text($0) },
            rows: entries.map { entry in
                [
                    Cell(reader.printed(entry.reference), to: DeskLinks.action(entry.reference)), Cell(entry.headline ?? "–"),
                    Cell(reader.text(entry.stateKey)), Cell.until(entry, reader),
                ]
            },
            empty: empty)
    }
}

extension DeskTable.Cell {
    fileprivate static func until(_ entry: DeskEntry, _ reader: Reader) -> Self {
        guard let until = entry.actUntil else { return Self("–") }
        let days = reader.today.days(until: until)
        guard days >= 0, !entry.hasEnded, !entry.isWithdrawn else { return Self(reader.days.long(until)) }
        return Self("\(reader.days.long(until)) · \(DaysLeft.line(until, for: reader))", isLoud: days <= DaysLeft.urgentDays)
    }
}

extension DeskEntry {
    fileprivate var stateKey: String {
        if isWithdrawn { return "desk.state_withdrawn" }
        if hasDraft { return "desk.authoring_state_\(manuscript?.rawValue ?? "draft")" }
        return hasEnded ? "desk.state_ended" : "desk.state_published"
    }
}
