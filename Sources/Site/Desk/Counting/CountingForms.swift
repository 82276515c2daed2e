import Campaign
import Documents

/// The forms of the counting desk, with what was typed.
struct CountingForms {
    let entry: DeskForm
    let correction: DeskForm

    init(_ reader: Reader, _ groups: [WritingGroup], _ typed: FormBody, _ problems: FormProblems, token: String) {
        func said(_ name: String) -> String? { problems[name].map(reader.words.text) }
        func words(_ key: String) -> String { reader.text("desk.counting_\(key)") }
        let channels = Channel.allCases.map { ($0.rawValue, reader.text("channel.\($0.rawValue)")) }
        let sources = CountEntry.sources.map { ($0.rawValue, words("source_\($0.rawValue)")) }
        let none = [("none", words("no_group"))], all = [("", words("all"))]
        entry = DeskForm(
            to: CountingLinks.index, words("enter"), heading: words("enter_title"), explanation: words("enter_text"),
            fields: [
                .init("action", words("action"), hint: words("action_hint"), value: typed["action"] ?? "", problem: said("action")),
                .init("output", words("output"), hint: words("output_hint"), value: typed["output"] ?? "", problem: said("output"), isNeeded: false),
                .list("channel", words("channel"), problem: said("channel"), channels, chosen: typed["channel"] ?? "post"),
                .init("quantity", words("quantity"), type: "number", value: typed["quantity"] ?? "", problem: said("quantity")),
                .init(
                    "date", words("date"), hint: words("date_hint"), type: "date", value: typed["date"] ?? reader.today.text, problem: said("date")),
                .list("source", words("source"), problem: said("source"), sources, chosen: typed["source"] ?? "paper"),
                .list(
                    "group", words("group"), problem: said("group"), none + groups.map { ($0.code.text, "\($0.name) · \($0.code.printed)") },
                    chosen: typed["group"]),
                .init("note", words("note"), hint: words("note_hint"), value: typed["note"] ?? "", problem: said("note"), isNeeded: false),
            ] + (problems["sure"] == nil ? [] : [.tick("sure", words("sure"))]),
            hidden: [HiddenField(fieldName: "token", fieldValue: typed["token"] ?? token)])
        correction = DeskForm(
            to: CountingLinks.correction, words("look"), heading: words("correct_title"), explanation: words("correct_text"),
            fields: [
                .list("do", words("what"), id: "correct-do", Correction.allCases.map { ($0.rawValue, words($0.rawValue)) }, chosen: "void"),
                .init("action", words("action"), id: "correct-action", hint: words("action_hint")),
                .choice("channel", words("channel"), id: "correct-channel", all + channels),
                .choice(
                    "source", words("source"), id: "correct-source", all + ReportSource.allCases.map { ($0.rawValue, words("source_\($0.rawValue)")) }
                ),
                .init("from", words("from"), id: "correct-from", type: "date", isNeeded: false),
                .init("to", words("to"), id: "correct-to", type: "date", isNeeded: false),
            ])
    }
}
