import Campaign
import Documents
import Foundation
import Storage

/// What can be done with a manuscript now, by whoever is there; each form says what it does before it does it.
struct StageForms {
    let parts: AuthoringShell
    let asked: DeskShell.Asked
    let place: AuthoringShell.Place
    let opened: OpenedManuscript

    private var reader: Reader { asked.reader }
    private var manuscript: Manuscript { opened.manuscript }

    func all() async throws -> [DeskForm] {
        let mayRelease = asked.at.member.duties.allow(.release, in: place.section),
            blocked = parts.warnings(opened, reader).contains(where: \.isBlocking)
        let roles = Role.allCases.filter { $0.deeds.contains(.release) }, section = place.section
        let approvers = try await parts.shell.site.database.read { db in try db.countStaff(who: roles, in: section) }
        switch manuscript.state {
        case .draft:
            return [ask] + (mayRelease && !blocked ? [emergency(isAlone: approvers < 2)] : []) + [cancel]
        case .review:
            return (mayRelease && !blocked ? [approve] : []) + [back] + (mayRelease && !blocked ? [emergency(isAlone: approvers < 2)] : []) + [cancel]
        case .approved, .scheduled:
            return (mayRelease ? [publish, schedule, embargo] : []) + [back, cancel]
        case .cancelled:
            return [form(AuthoringLinks.cancellation(place.reference, place.ordinal), "resume", hidden: [("do", "resume")])]
        }
    }

    private var ask: DeskForm { form(AuthoringLinks.review(place.reference, place.ordinal), "ask", hidden: [("do", "ask")]) }
    private var back: DeskForm { form(AuthoringLinks.review(place.reference, place.ordinal), "back", hidden: [("do", "back")]) }
    private var publish: DeskForm { form(AuthoringLinks.publication(place.reference, place.ordinal), "publish") }

    private var approve: DeskForm {
        form(AuthoringLinks.approval(place.reference, place.ordinal), "approve", hidden: [("seen", String(manuscript.revision))])
    }

    private func emergency(isAlone: Bool) -> DeskForm {
        form(
            AuthoringLinks.approval(place.reference, place.ordinal), "emergency", text: isAlone ? "desk.authoring_emergency_alone" : nil,
            fields: [.tick("emergency", reader.text("desk.authoring_emergency_tick"))],
            hidden: [("seen", String(manuscript.revision)), ("one", "1")],
            isGrave: true)
    }

    private var schedule: DeskForm {
        form(
            AuthoringLinks.moment(place.reference, place.ordinal), "schedule",
            fields: [moment("desk.authoring_moment", "schedule-moment", manuscript.state == .scheduled ? manuscript.scheduledFor : nil)],
            hidden: [("for", "schedule")])
    }

    private var embargo: DeskForm {
        form(
            AuthoringLinks.moment(place.reference, place.ordinal), "embargo",
            fields: [moment("desk.authoring_moment", "embargo-moment", manuscript.embargoUntil)], hidden: [("for", "embargo")])
    }

    private var cancel: DeskForm {
        form(
            AuthoringLinks.cancellation(place.reference, place.ordinal), "cancel",
            fields: [.init("reason", reader.text("desk.reason"), hint: reader.text("desk.reason_hint"))], hidden: [("do", "cancel")], isGrave: true)
    }

    private func moment(_ label: String, _ id: String, _ value: Instant?) -> DeskForm.Field {
        .init(
            "moment", reader.text(label), id: id, hint: reader.text("desk.authoring_moment_hint", ["zone": reader.section.timeZone.identifier]),
            type: "datetime-local", value: value.map { LocalMoment.text($0, in: reader.section.timeZone) } ?? "", isNeeded: false)
    }

    private func form(
        _ path: String, _ name: String, text: String? = nil, fields: [DeskForm.Field] = [], hidden: [(String, String)] = [], isGrave: Bool = false
    ) -> DeskForm {
        DeskForm(
            to: path, reader.text("desk.authoring_\(name)"), heading: reader.text("desk.authoring_\(name)"),
            explanation: reader.text(text ?? "desk.authoring_\(name)_text"), fields: fields,
            hidden: hidden.map { HiddenField(fieldName: $0.0, fieldValue: $0.1) }, isGrave: isGrave)
    }
}
