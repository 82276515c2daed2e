import Campaign
import Documents

/// Very many forms are coming: this one is sent again by the browser once it has calculated, or by hand after a minute.
struct WaitPage: Page {
    static var template: String { "alerts/wait" }

    let layout: Layout
    let t: [String: String]
    let isEarly: Bool
    let formPath: String
    let puzzle: String
    let bits: String
    let fields: [HiddenField]
    let script: String
}

extension WaitPage {
    init(_ puzzle: Puzzle, isEarly: Bool, _ form: FormBody, to path: String, script: String, layout: Layout, for reader: Reader) {
        self.init(
            layout: layout, t: reader.words.plainTexts, isEarly: isEarly, formPath: path, puzzle: puzzle.text, bits: String(puzzle.bits),
            fields: form.settled.fields.map { HiddenField(fieldName: $0.name, fieldValue: $0.value) }, script: script)
    }
}
