import Campaign
import Documents

/// What can be done with an action now, by whoever is there. Each form says what it does before it does it.
struct DeskActionForms {
    let all: [DeskForm]

    init(_ action: Action, _ asked: DeskShell.Asked, _ problems: FormProblems, mayRelease: Bool) {
        let reader = asked.reader, reference = action.reference
        var forms: [DeskForm] = mayRelease ? DeskForm.audiences(of: action, reader) : []
        if mayRelease, action.outputs.contains(where: { $0.publishedAt == nil }), forms.isEmpty {
            forms.append(
                DeskForm(
                    to: DeskLinks.publication(reference), reader.text("desk.publish"), heading: reader.text("desk.publish"),
                    explanation: reader.text("desk.publish_text")))
        }
        if asked.at.member.duties.allow(.withdraw, in: reader.section.code) { forms.append(Self.withdrawal(reference, reader, problems)) }
        all = forms
    }

    static func withdrawal(_ reference: Reference, _ reader: Reader, _ problems: FormProblems) -> DeskForm {
        DeskForm(
            to: DeskLinks.withdrawal(reference), reader.text("desk.withdraw"), heading: reader.text("desk.withdraw"),
            explanation: reader.text("desk.withdraw_text"),
            fields: [
                .init(
                    "reason", reader.text("desk.reason"), hint: reader.text("desk.reason_hint"), problem: problems["reason"].map(reader.words.text))
            ],
            isGrave: true)
    }
}
