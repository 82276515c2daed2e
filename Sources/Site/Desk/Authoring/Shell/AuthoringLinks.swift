import Campaign
import Documents

/// The addresses of what is being written.
enum AuthoringLinks {
    static let new = DeskLinks.actions + "/new"

    static func editor(_ reference: Reference, _ ordinal: Int) -> String { "\(DeskLinks.action(reference))/outputs/\(ordinal)" }
    static func part(_ reference: Reference, _ ordinal: Int, _ part: ManuscriptPart) -> String {
        "\(editor(reference, ordinal))/parts/\(part.slug)"
    }
    static func addressees(_ reference: Reference, _ ordinal: Int) -> String { editor(reference, ordinal) + "/addressees" }
    static func hold(_ reference: Reference, _ ordinal: Int) -> String { editor(reference, ordinal) + "/hold" }
    static func review(_ reference: Reference, _ ordinal: Int) -> String { editor(reference, ordinal) + "/review" }
    static func approval(_ reference: Reference, _ ordinal: Int) -> String { editor(reference, ordinal) + "/approval" }
    static func moment(_ reference: Reference, _ ordinal: Int) -> String { editor(reference, ordinal) + "/moment" }
    static func cancellation(_ reference: Reference, _ ordinal: Int) -> String { editor(reference, ordinal) + "/cancellation" }
    static func publication(_ reference: Reference, _ ordinal: Int) -> String { editor(reference, ordinal) + "/publication" }
    static func history(_ reference: Reference, _ ordinal: Int) -> String { editor(reference, ordinal) + "/history" }
    static func version(_ reference: Reference, _ ordinal: Int, _ revision: Int) -> String { "\(history(reference, ordinal))/\(revision)" }
    static func preview(_ reference: Reference, _ ordinal: Int, _ language: Language? = nil) -> String {
        editor(reference, ordinal) + "/preview" + (language.map { "?language=\($0.rawValue)" } ?? "")
    }
    static func framed(_ reference: Reference, _ ordinal: Int, _ language: Language) -> String {
        "\(editor(reference, ordinal))/preview/page?language=\(language.rawValue)"
    }
    static func document(_ reference: Reference, _ ordinal: Int, _ sheet: Sheet, _ format: SheetFormat, _ language: Language) -> String {
        "\(editor(reference, ordinal))/preview/\(sheet.rawValue).\(format.rawValue)?language=\(language.rawValue)"
    }
}
