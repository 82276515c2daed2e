import Campaign
import Documents

/// A piece of the source, its translation, and what to look at.
struct TranslationItem: Sendable {
    let itemID: String
    let heading: String
    let stateLabel: String
    let isOpen: Bool
    let isStale: Bool
    let changes: [Change]
    let changesLabel: String?
    let runs: [Run]
    let targetName: String
    let formerName: String
    let formerValue: String
    let noteName: String
    let noteID: String
    let noteValue: String
    let hasNote: Bool
    let holdsName: String?
    let targetValue: String
    let rows: String
    let warnings: [String]
    let matches: [Match]
    /// What a colleague saved meanwhile, where it collides.
    let theirs: String?

    struct Run: Sendable {
        let runText: String
        let isKept: Bool
    }

    struct Change: Sendable {
        let changeText: String
        let isGone: Bool
        let isNew: Bool
    }

    struct Match: Sendable {
        let matchLabel: String
        let matchSource: String?
        let matchTarget: String
        let useValue: String
    }

    /// What the element of a piece is called on the page.
    static func id(_ piece: String) -> String { "piece-" + piece.replacing(".", with: "-") }

    init(_ item: Translation.Item, _ safeguard: Safeguard, _ memory: TranslationMemory, typed: String?, for reader: Reader) {
        let id = item.piece.id, target = typed ?? item.target
        itemID = Self.id(id)
        heading = Self.heading(id, reader)
        stateLabel = Self.state(item.state, reader)
        isOpen = item.state != .translated
        isStale = item.state == .stale
        let former = item.formerSource.map { WordChanges(from: $0, to: item.piece.words).parts } ?? []
        changes = former.map { part in
            switch part {
            case .same(let text): Change(changeText: text, isGone: false, isNew: false)
            case .gone(let text): Change(changeText: text, isGone: true, isNew: false)
            case .new(let text): Change(changeText: text, isGone: false, isNew: true)
            }
        }
        changesLabel = changes.isEmpty ? nil : reader.text("desk.translation_changes")
        runs = safeguard.runs(item.piece.words).map { run in
            if case .kept(let text) = run { Run(runText: text, isKept: true) } else { Run(runText: run.text, isKept: false) }
        }
        targetName = "target." + id
        formerName = "former." + id
        formerValue = item.target
        noteName = "note." + id
        noteID = itemID + "-note"
        noteValue = item.note
        hasNote = !item.note.isEmpty
        holdsName = item.state == .stale ? "holds." + id : nil
        targetValue = target
        rows = String(max(2, min(16, max(target.count, item.piece.words.count) / 52 + 1)))
        warnings = safeguard.warnings(item.piece.words, target).map { warning in
            switch warning {
            case .missing(let name): reader.text("desk.translation_missing", ["name": name])
            case .missingNumber(let number): reader.text("desk.translation_missing_number", ["number": number])
            case .otherNumber(let number): reader.text("desk.translation_other_number", ["number": number])
            }
        }
        matches = memory.matches(item.piece.words).enumerated().filter { $0.element.target != target }.map { place, match in
            Match(
                matchLabel: match.percent == 100
                    ? reader.text("desk.translation_match_same") : reader.text("desk.translation_match_near", ["n": String(match.percent)]),
                matchSource: match.percent == 100 ? nil : match.source, matchTarget: match.target, useValue: "\(id)|\(place)")
        }
        theirs = typed == nil || typed == item.target ? nil : item.target
    }

    private static func state(_ state: Translation.State, _ reader: Reader) -> String {
        switch state {
        case .untranslated: reader.text("desk.translation_state_untranslated")
        case .translated: reader.text("desk.translation_state_translated")
        case .stale: reader.text("desk.translation_state_stale")
        case .unlinked: reader.text("desk.translation_state_unlinked")
        }
    }

    /// "Background 2"
    private static func heading(_ id: String, _ reader: Reader) -> String {
        let parts = id.split(separator: ".").map(String.init), number = parts.last.flatMap { Int($0) }.map { " \($0)" } ?? ""
        let name =
            switch id {
            case "headline": reader.text("desk.translation_piece_headline")
            case "lead": reader.text("desk.translation_piece_lead")
            case "call": reader.text("desk.translation_piece_call")
            case "letter.greeting": reader.text("desk.translation_piece_greeting")
            case "letter.closing": reader.text("desk.translation_piece_closing")
            case let id where id.hasPrefix("letter.body"): reader.text("desk.translation_piece_body")
            case let id where id.hasPrefix("demand"): reader.text("desk.translation_piece_demand")
            case let id where id.hasPrefix("background"): reader.text("desk.translation_piece_background")
            case let id where id.hasSuffix("postal_note"): reader.text("desk.translation_piece_postal")
            case let id where id.hasSuffix("safety_note"): reader.text("desk.translation_piece_safety")
            default: reader.text("desk.translation_piece_instruction")
            }
        return name + number
    }
}
