import Campaign
import Documents

/// Where two people wrote the same field at the same time: both texts, and a choice.
struct ConflictPage: Page {
    static var template: String { "desk/conflict" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let intro: String
    let theirName: String
    let formPath: String
    let since: String
    let merged: [HiddenField]
    let choices: [Choice]

    /// One field that both changed.
    struct Choice: Sendable {
        let choiceLabel: String
        let chooseName: String
        let mineName: String
        let theirsName: String
        let mineRaw: String
        let theirsRaw: String
        let mineText: String
        let theirText: String
        let choiceLang: String?
    }

    init(
        _ conflict: ManuscriptConflict, _ part: ManuscriptPart, title: String, intro: String, theirs: String, formPath: String, layout: Layout,
        for reader: Reader
    ) {
        self.layout = layout
        t = reader.words.plainTexts
        self.title = title
        self.intro = intro
        theirName = theirs
        self.formPath = formPath
        since = String(conflict.revision)
        merged = conflict.merged.sorted { $0.key < $1.key }.map { HiddenField(fieldName: "merged.\($0.key)", fieldValue: $0.value) }
        choices = conflict.fields.map { field in
            Choice(
                choiceLabel: FieldNames(reader).name(part.prefix + field.name), chooseName: "choose.\(field.name)", mineName: "mine.\(field.name)",
                theirsName: "theirs.\(field.name)", mineRaw: field.mine, theirsRaw: field.theirs, mineText: FieldLines.printed(field.mine),
                theirText: FieldLines.printed(field.theirs), choiceLang: part.language?.rawValue)
        }
    }
}

/// What the fields of a manuscript are called.
struct FieldNames {
    let reader: Reader

    init(_ reader: Reader) { self.reader = reader }

    /// - Parameter field: with its part: "text.en.headline".
    func name(_ field: String) -> String {
        guard let (part, name) = ManuscriptPart.of(field) else { return field }
        if part == .posts { return reader.text("desk.authoring_post", ["n": name]) }
        let label = reader.text("desk.authoring_field_\(name)")
        return part.language.map { "\(label) (\(reader.name(of: $0)))" } ?? label
    }
}
