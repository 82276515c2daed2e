import Campaign
import Documents

extension DeskTable {
    /// What is being written, by what it waits for: review first, then what is approved or has its moment, drafts last.
    static func manuscripts(_ entries: [(reference: Reference, ordinal: Int, manuscript: Manuscript)], _ reader: Reader) -> DeskTable {
        let order: [Manuscript.State] = [.review, .approved, .scheduled, .draft]
        let sorted = order.flatMap { state in entries.filter { $0.manuscript.state == state } }
        return DeskTable(
            reader.text("desk.authoring_today_title"),
            columns: ["desk.column_action", "desk.column_state", "desk.authoring_column_moment"].map { reader.text($0) },
            rows: sorted.map { reference, ordinal, manuscript in
                [
                    Cell("\(reader.printed(reference)) · \(ordinal)", to: AuthoringLinks.editor(reference, ordinal)),
                    Cell(reader.text("desk.authoring_state_\(manuscript.state.rawValue)"), isLoud: manuscript.state == .review),
                    Cell(reader.moment(manuscript.scheduledFor ?? manuscript.writtenAt)),
                ]
            },
            empty: reader.text("desk.authoring_today_none"))
    }
}
