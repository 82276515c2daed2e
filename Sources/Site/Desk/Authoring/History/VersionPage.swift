import Campaign
import Documents

/// What changed in a version, field by field: taken out, and put in.
struct VersionPage: Page {
    static var template: String { "desk/version" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let intro: String
    let backPath: String
    let hasChanges: Bool
    let changes: [Change]
    let forms: [DeskForm]

    struct Change: Sendable {
        let changeLabel: String
        let changeLang: String?
        let pieces: [Piece]
    }

    struct Piece: Sendable {
        let pieceText: String
        let isTaken: Bool
        let isAdded: Bool
    }

    init(title: String, intro: String, changes: [Change], backPath: String, forms: [DeskForm], layout: Layout, for reader: Reader) {
        self.layout = layout
        t = reader.words.plainTexts
        self.title = title
        self.intro = intro
        self.backPath = backPath
        hasChanges = !changes.isEmpty
        self.changes = changes
        self.forms = forms
    }

    static func changes(_ content: ManuscriptContent, since earlier: ManuscriptContent, _ reader: Reader) -> [Change] {
        let names = FieldNames(reader)
        return content.differences(from: earlier).map { field in
            let difference = TextDifference(from: FieldLines.printed(earlier[field]), to: FieldLines.printed(content[field]))
            return Change(
                changeLabel: names.name(field), changeLang: ManuscriptPart.of(field)?.part.language?.rawValue,
                pieces: difference.pieces.map { Piece(pieceText: $0.text, isTaken: $0.kind == .taken, isAdded: $0.kind == .added) })
        }
    }
}
