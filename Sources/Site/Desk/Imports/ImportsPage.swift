import Campaign

/// The documents of a section under review, with the ways to bring more; or how far their reading has come.
struct ImportsPage: Page {
    static var template: String { "desk/imports" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let intro: [String]
    let hasForms: Bool
    let pastePath: String
    let uploadPath: String
    let uploadHint: String
    let progress: [Progress]
    let tables: [DeskTable]
    let allPath: String?

    struct Progress: Sendable {
        let done: String
        let total: String
        let progressText: String
    }

    init(_ reviews: [Review], names: [String: String], isProgress: Bool, layout: Layout, for reader: Reader) {
        self.layout = layout
        t = reader.words.plainTexts
        title = isProgress ? reader.text("desk.imports_progress_title") : reader.text("desk.imports_title")
        intro = isProgress ? [] : [reader.text("desk.imports_intro", ["days": String(ReviewBounds.keptDays)])]
        hasForms = !isProgress
        pastePath = ImportLinks.pasted
        uploadPath = ImportLinks.uploaded
        uploadHint = reader.text(
            "desk.imports_upload_hint", ["files": String(ReviewBounds.files), "size": String(ReviewBounds.upload / 1_000_000)])
        let undecided = reviews.filter { !$0.state.isDecided }, left = undecided.count { $0.state.isUnderWay }
        progress =
            isProgress && !undecided.isEmpty
            ? [
                Progress(
                    done: String(undecided.count - left), total: String(undecided.count),
                    progressText: left == 0
                        ? reader.text("desk.imports_progress_done")
                        : reader.text("desk.imports_progress_left", ["n": String(left), "total": String(undecided.count)]))
            ] : []
        tables = [.reviews(reviews, names, reader)]
        allPath = isProgress ? ImportLinks.index : nil
    }
}

extension DeskTable {
    fileprivate static func reviews(_ reviews: [Review], _ names: [String: String], _ reader: Reader) -> DeskTable {
        DeskTable(
            reader.text("desk.imports_documents"),
            columns: [
                reader.text("desk.imports_column_document"), reader.text("desk.column_state"), reader.text("desk.imports_column_taken"),
                reader.text("desk.column_do"),
            ],
            rows: reviews.map { review in
                [
                    Cell(review.shownName(reader), to: review.path),
                    Cell(review.stateText(reader, names), isLoud: review.state == .refused),
                    Cell("\(names[review.takenBy] ?? "–") · \(reader.moment(review.takenAt))"),
                    Cell(
                        "",
                        buttons: review.state == .refused ? [DeskForm(to: ImportLinks.refusal(review.id), reader.text("desk.imports_dismiss"))] : []),
                ]
            },
            empty: reader.text("desk.imports_none"))
    }
}

extension Review {
    fileprivate var path: String? {
        if let place { return DeskLinks.action(place.reference) }
        return state == .read ? ImportLinks.review(id) : nil
    }

    fileprivate func shownName(_ reader: Reader) -> String {
        if let place { return "\(name.isEmpty ? "" : name + " · ")\(reader.printed(place.reference)) · \(place.ordinal)" }
        if state == .declined { return String(sha256.prefix(12)) }
        return name.isEmpty ? reader.text("desk.imports_pasted_name") : name
    }

    fileprivate func stateText(_ reader: Reader, _ names: [String: String]) -> String {
        let who = ["name": decidedBy.map { names[$0] ?? "–" } ?? ""]
        switch state {
        case .waiting: return reader.text("desk.imports_state_waiting")
        case .reading: return reader.text("desk.imports_state_reading")
        case .read: return reader.text("desk.imports_state_read")
        case .refused: return reader.text("desk.imports_state_refused", ["reason": reader.text(trouble?.key ?? "desk.imports_trouble_unreadable")])
        case .accepted: return reader.text("desk.imports_state_accepted", who)
        case .declined: return reader.text("desk.imports_state_declined", who)
        }
    }
}
