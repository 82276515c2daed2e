import Campaign
import Documents

/// The band that says why an output takes no letters, what came of it, and whom to ask.
struct StatePart: Sendable {
    let isGood: Bool
    let stateTitle: String
    let stateParagraphs: [String]
    /// How it ended, in the words of whoever closed it.
    let note: Note?
    let linkPath: String?
    let linkLabel: String?
    let contactPath: String
    let contactText: String
    let contactLabel: String
    let lateReportText: String?

    struct Note: Sendable {
        let noteText: String
        let noteLang: String
        let noteDir: String
    }
}

extension StatePart {
    /// nil while letters are wanted.
    init?(_ view: ActionView) {
        guard case .closed(let closed) = view.offer else { return nil }
        let reader = view.reader, section = ["section": reader.sectionName]
        let isSuperseded = if case .superseded = closed { true } else { false }
        let elsewhere = Self.elsewhere(closed, view)
        self.init(
            isGood: Self.isGood(view.output),
            stateTitle: Self.title(closed, view.output, reader),
            stateParagraphs: Self.paragraphs(closed, view),
            note: isSuperseded ? nil : Note(view),
            linkPath: isSuperseded ? elsewhere?.address ?? Links.action(view.action.reference, reader.language) : nil,
            linkLabel: isSuperseded
                ? elsewhere.map { reader.text("error.go_elsewhere", ["section": $0.sectionName]) } ?? reader.text("state.superseded_link") : nil,
            contactPath: Links.guide(.contact, reader.language),
            contactText: reader.text("state.ask_text", section),
            contactLabel: reader.text("state.ask_link", section),
            lateReportText: Self.lateReports(view)
        )
    }

    /// An execution or a death is told soberly, and nobody is thanked as for a success.
    private static func isBad(_ output: Output) -> Bool { OutcomeTone(output.outcome) == .bad || output.ending?.reason == .badOutcome }

    /// Where the document is that replaced this one, when the reader's section does not publish it.
    private static func elsewhere(_ closed: LetterOffer.Closed, _ view: ActionView) -> PublishedElsewhere? {
        guard case .superseded(let ordinal) = closed, view.action.output(ordinal) == nil else { return nil }
        return view.elsewhere
    }

    private static func isGood(_ output: Output) -> Bool {
        let reason = output.ending?.reason ?? output.outcome?.usualEndReason
        return reason == .success || reason == .partialSuccess
    }

    private static func title(_ closed: LetterOffer.Closed, _ output: Output, _ reader: Reader) -> String {
        switch closed {
        case .superseded: reader.text("state.superseded_title")
        case .informationOnly: reader.text("state.information_title")
        case .expired: reader.text("state.expired_title")
        case .noDeadline: reader.text("state.no_deadline_title")
        case .nobodyToWriteTo: reader.text("state.nobody_title")
        case .noFurtherAction, .ended:
            ending(output, reader)
        }
    }

    private static func paragraphs(_ closed: LetterOffer.Closed, _ view: ActionView) -> [String] {
        let reader = view.reader, output = view.output
        return switch closed {
        case .superseded: [reader.text(elsewhere(closed, view) == nil ? "state.superseded_text" : "state.elsewhere_text")]
        case .informationOnly: [reader.text("state.information_text")]
        case .expired(let on): [reader.text("state.expired_text", ["date": reader.days.long(on)])]
        case .noDeadline: [reader.text("state.no_deadline_text")]
        case .nobodyToWriteTo: [view.embassyNote ?? reader.text("state.nobody_text")]
        case .noFurtherAction, .ended: reason(output, reader) + [reader.text(Self.isBad(output) ? "alert.thanks_bad" : "state.ended_text")]
        }
    }

    /// How it ended, in one sentence: with the day of the event where that is known, else with the day letters ended, which it says to be that.
    private static func ending(_ output: Output, _ reader: Reader) -> String {
        let ended = output.ending?.on.map(reader.days.long)
        guard let outcome = output.outcome, outcome != .unknown || output.eventOn != nil else {
            return ended.map { reader.text("state.ended_title", ["date": $0]) } ?? reader.text("state.ended_undated_title")
        }
        if let event = output.eventOn { return reader.text("state.on_\(outcome.rawValue)", ["date": reader.days.long(event)]) }
        let word = reader.text("outcome.\(outcome.rawValue)")
        return ended.map { reader.text("state.ended_with", ["date": $0, "outcome": word]) }
            ?? reader.text("state.ended_undated_with", ["outcome": word])
    }

    /// Why letters end, unless what became of the people says it already: nobody is told of a death twice.
    private static func reason(_ output: Output, _ reader: Reader) -> [String] {
        guard let reason = output.ending?.reason, reason != .badOutcome || output.outcome == nil else { return [] }
        return [reader.text("end.\(reason.rawValue)")]
    }

    /// Until when the report form still takes what was sent in time, whichever output it was sent for.
    private static func lateReports(_ view: ActionView) -> String? {
        for output in view.action.outputs.reversed() {
            switch view.action.reportWindow(for: output, of: view.reader) {
            case .open: return nil
            case .late(_, let until): return view.reader.text("state.late_reports", ["date": view.reader.days.long(until)])
            case .closed: continue
            }
        }
        return nil
    }
}

extension StatePart.Note {
    /// nil where nobody said more than the vocabulary does.
    init?(_ view: ActionView) {
        guard let note = view.output.note(.outcome, in: view.reader.languages) else { return nil }
        self.init(noteText: note.words, noteLang: note.language.rawValue, noteDir: note.language.direction)
    }
}
