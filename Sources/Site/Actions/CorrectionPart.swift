import Campaign
import Documents

/// What was wrong: on the document that sets it right, and on the one that had it wrong.
struct CorrectionPart: Sendable {
    let correctionTitle: String
    let correctionText: String
    let correctionLang: String
    let correctionDir: String
    /// Where the document stands that sets it right; nil on that document itself.
    let correctionPath: String?
}

extension CorrectionPart {
    static func all(_ view: ActionView) -> [CorrectionPart] {
        let own = view.output.corrects == nil ? nil : CorrectionPart(view.output, view)
        return [own].compactMap { $0 } + view.action.outputs.filter { $0.corrects == view.output.id }.compactMap { CorrectionPart($0, view) }
    }

    /// nil for a correction without a word of what was wrong.
    private init?(_ correcting: Output, _ view: ActionView) {
        let reader = view.reader
        guard let note = correcting.note(.correction, in: reader.languages) else { return nil }
        let isOwn = correcting.id == view.output.id
        let about = view.action.outputs.first { $0.id == correcting.corrects }?.ordinal
        correctionTitle =
            isOwn
            ? reader.text("action.corrects_title", ["number": String(about ?? 1)])
            : reader.text("action.corrected_title")
        correctionText = note.words
        correctionLang = note.language.rawValue
        correctionDir = note.language.direction
        correctionPath = isOwn ? nil : Links.action(view.action.reference, reader.language, ordinal: correcting.ordinal)
    }
}
