import Campaign
import Documents

extension DeskForm {
    /// The form that begins a further document; what was typed stays in it.
    static func followUp(_ kind: OutputKind, of action: Action, _ typed: FormBody?, _ problems: FormProblems, _ reader: Reader) -> DeskForm {
        let latest = action.outputs.last { $0.publishedAt != nil }
        func problem(_ field: String) -> String? { problems[field].map(reader.words.text) }
        var fields: [Field] = [
            .init(
                "issued_on", reader.text("desk.issued_on"), type: "date", value: typed?["issued_on"] ?? reader.today.text,
                problem: problem("issued_on"))
        ]
        if kind.asksForLetters {
            let until = latest?.actUntil(for: reader.section.code).flatMap { $0 >= reader.today ? $0.text : nil }
            fields.append(
                .init(
                    "act_until", reader.text("desk.act_until"), hint: reader.text("desk.act_until_hint"), type: "date",
                    value: typed?["act_until"] ?? until ?? "", problem: problem("act_until")))
        } else {
            fields.append(.event(typed?["event_on"], problem("event_on"), reader))
        }
        switch kind {
        case .correction: fields += corrections(of: action, typed, problem("correction"), reader)
        case .outcome: fields.insert(.outcome(typed?["outcome"], problem("outcome"), reader), at: 0)
        default: break
        }
        return DeskForm(
            to: FollowUpLinks.document(kind, action.reference), reader.text("desk.followup_begin"), explanation: reader.text("desk.followup_copies"),
            fields: fields)
    }

    private static func corrections(of action: Action, _ typed: FormBody?, _ problem: String?, _ reader: Reader) -> [Field] {
        let published = action.outputs.filter { $0.publishedAt != nil }
        let about = Field.list(
            "corrects", reader.text("desk.correction_of"),
            published.reversed().map { (String($0.ordinal), "\($0.ordinal) · \($0.text(in: reader.languages)?.headline ?? "–")") },
            chosen: typed?["corrects"])
        let words = action.spokenLanguages.enumerated().map { place, language in
            Field.area(
                "correction-\(language.rawValue)", reader.text("desk.correction_words", ["language": reader.name(of: language)]),
                hint: place == 0 ? reader.text("desk.correction_hint") : nil, value: typed?["correction-\(language.rawValue)"] ?? "",
                problem: place == 0 ? problem : nil)
        }
        return [about] + words
    }
}

extension DeskForm.Field {
    static func outcome(_ chosen: String?, _ problem: String?, _ reader: Reader) -> Self {
        .list(
            "outcome", reader.text("desk.outcome"), problem: problem,
            [("", "–")] + Outcome.allCases.map { ($0.rawValue, reader.text("outcome.\($0.rawValue)")) }, chosen: chosen)
    }

    static func event(_ typed: String?, _ problem: String?, _ reader: Reader) -> Self {
        .init(
            "event_on", reader.text("desk.event_on"), hint: reader.text("desk.event_on_hint"), type: "date", value: typed ?? "", problem: problem,
            isNeeded: false)
    }
}
