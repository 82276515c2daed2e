import Campaign
import Documents

/// One line of the box beside the text. Dates of different meaning are different lines.
struct FactPart: Sendable {
    let label: String
    let factValue: String
    var isUrgent = false
}

extension FactPart {
    /// - Parameter isCounting: false for what is printed, since a count grows.
    static func all(_ view: ActionView, isCounting: Bool = true) -> [FactPart] {
        let reader = view.reader, output = view.output
        func fact(_ key: String, _ value: String?) -> FactPart? {
            value.map { FactPart(label: reader.text(key), factValue: $0) }
        }
        return [
            deadline(view),
            fact("action.active_since", view.action.activeSince.map(reader.days.long)),
            fact("action.ended_on", output.ending?.on.map(reader.days.long)),
            fact("action.event_on", output.eventOn.map(reader.days.long)),
            isCounting ? fact("action.appeals", reader.publicCount(view.tally.counted()).map(reader.words.grouped)) : nil,
            fact("action.reference", view.reference),
            fact("action.index", output.indexCode?.printed),
        ].compactMap { $0 }
    }

    /// While letters are wanted: until when, and urgent in the last week. After that: what the document said.
    private static func deadline(_ view: ActionView) -> FactPart? {
        guard let until = view.output.actUntil else { return nil }
        let reader = view.reader
        guard view.isOpen else { return FactPart(label: reader.text("action.deadline_in_document"), factValue: reader.days.long(until)) }
        let isUrgent = reader.today.days(until: until) <= DaysLeft.urgentDays
        return FactPart(label: reader.text("action.write_until"), factValue: reader.days.withWeekday(until), isUrgent: isUrgent)
    }
}
