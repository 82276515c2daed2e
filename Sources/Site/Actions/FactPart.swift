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
        let known = [
            fact("action.active_since", view.action.activeSince.map(reader.days.long)),
            fact("action.ended_on", output.isOverByDayAlone(for: reader.section.code) ? nil : output.ending?.on.map(reader.days.long)),
            fact("action.event_on", output.eventOn.map(reader.days.long)),
            isCounting ? fact("action.appeals", reader.publicCount(view.tally.counted()).map(reader.words.grouped)) : nil,
            fact("action.reference", view.reference),
            fact("action.index", output.indexCode?.printed),
        ]
        return deadline(view) + known.compactMap { $0 }
    }

    /// While letters are wanted: until when, and urgent in the last week. Where that is not it, what the document says; and each extension.
    private static func deadline(_ view: ActionView) -> [FactPart] {
        let reader = view.reader, extensions = view.output.extensions(for: reader.section.code)
        let open = view.isOpen ? view.actUntil : nil
        let until = open.map {
            FactPart(
                label: reader.text("action.write_until"), factValue: reader.days.withWeekday($0),
                isUrgent: reader.today.days(until: $0) <= DaysLeft.urgentDays)
        }
        let stated = view.output.actUntilInDocument.flatMap {
            $0 == open ? nil : FactPart(label: reader.text("action.deadline_in_document"), factValue: reader.days.long($0))
        }
        let extended = extensions.map {
            FactPart(
                label: reader.text("action.extended_on", ["date": reader.days.long($0.at.day(in: reader.section.timeZone))]),
                factValue: reader.text("action.extended_until", ["date": reader.days.long($0.until)]))
        }
        return [until, stated].compactMap { $0 } + extended
    }
}
