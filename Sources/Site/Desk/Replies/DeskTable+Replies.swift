import Campaign

extension DeskTable {
    static func replies(_ heading: String, _ replies: [Reply], _ reader: Reader, empty: String) -> DeskTable {
        DeskTable(
            heading,
            columns: ["desk.replies_column_office", "desk.column_action", "desk.column_state", "desk.replies_column_handed"].map { reader.text($0) },
            rows: replies.map { reply in
                [
                    Cell(reply.office.isEmpty ? reader.text("reply.from_unknown") : reply.office, to: ReplyDeskLinks.show(reply.id)),
                    Cell(reader.printed(reply.reference), to: DeskLinks.action(reply.reference)),
                    Cell(reply.stateText(reader), isLoud: reply.needsSomebody(on: reader)),
                    Cell(reader.days.long(reply.handedOn)),
                ]
            },
            empty: empty)
    }
}

extension Reply {
    func stateText(_ reader: Reader) -> String {
        let state = reader.text("desk.replies_state_\(self.state.rawValue)")
        return needsReview(on: reader) ? state + " · " + reader.text("desk.replies_review_due") : state
    }

    func needsReview(on reader: Reader) -> Bool {
        section == reader.section.code && (state == .published || state == .kept) && lookAgainOn.map { $0 <= reader.today } ?? false
    }

    func needsSomebody(on reader: Reader) -> Bool {
        section == reader.section.code && (state == .waiting || needsReview(on: reader))
    }
}
