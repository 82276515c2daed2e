package import Documents
import Storage

/// One language of an output beside the language it is made from.
package struct Translation: Sendable {
    package enum State: String, Sendable, CaseIterable {
        case untranslated, translated
        /// The source changed since.
        case stale
        /// Words that came with a document in that language; nobody has laid them beside the source.
        case unlinked
    }

    /// A piece of the source and what became of it.
    package struct Item: Sendable {
        package let piece: Piece
        package let target: String
        package let note: String
        package let state: State
        /// The source as it was when it was translated, where that differs.
        package let formerSource: String?
        /// Whoever translated it.
        package let by: String?
    }

    package let output: Output.ID
    package let reference: Reference
    package let ordinal: Int
    package let source: Language
    package let language: Language
    package let items: [Item]
    package let row: TranslationRow?
    /// Whether readers see words in this language once the output is published.
    package let isShown: Bool
    package let isPublished: Bool
    /// What a translator leaves as it is.
    package let kept: [String]

    /// Whether enough is there to be read: headline, lead and letter, each as far as the source has it, and none of it stale.
    package var isEnough: Bool { open.isEmpty }

    /// The pieces that a language needs before readers see it, and that are not ready.
    package var open: [Piece] {
        items.filter { item in
            ["headline", "lead"].contains(item.piece.id) || item.piece.id.hasPrefix("letter.") ? item.state != .translated : false
        }.map(\.piece)
    }

    package func count(_ state: State) -> Int { items.count { $0.state == state } }
}

/// Who translated a language of an output, and who checked it.
package struct TranslationRow: Sendable, Equatable {
    package let source: Language
    package let translatedBy: String
    package let translatedAt: Instant
    package let checkedBy: String?
    package let checkedAt: Instant?
}

/// A piece as it was translated.
struct StoredPiece: Sendable, Equatable {
    let id: String
    let source: String
    let target: String
    let note: String
    let by: String

    var group: String { Piece(id: id, words: source).group }
}

extension Translation.Item {
    /// Lays the pieces of a source beside what was translated of them. A piece that moved is found by its words, so that a paragraph put in
    /// between makes nothing else stale.
    static func all(_ source: [Piece], stored: [StoredPiece], shown: [Piece]) -> [Translation.Item] {
        var left = stored
        func take(_ fits: (StoredPiece) -> Bool) -> StoredPiece? {
            left.firstIndex(where: fits).map { left.remove(at: $0) }
        }
        var found: [String: StoredPiece] = [:]
        for piece in source { found[piece.id] = take { $0.id == piece.id && $0.source == piece.words } }
        for piece in source where found[piece.id] == nil { found[piece.id] = take { $0.group == piece.group && $0.source == piece.words } }
        for piece in source where found[piece.id] == nil { found[piece.id] = take { $0.id == piece.id } }
        return source.map { piece in
            if let one = found[piece.id] {
                let isSame = one.source == piece.words
                let state: Translation.State =
                    one.target.isEmpty ? .untranslated : one.source.isEmpty ? .unlinked : isSame ? .translated : .stale
                return .init(
                    piece: piece, target: one.target, note: one.note, state: state,
                    formerSource: isSame || one.source.isEmpty ? nil : one.source, by: one.by)
            }
            let words = stored.isEmpty ? shown.first { $0.id == piece.id }?.words : nil
            return .init(piece: piece, target: words ?? "", note: "", state: words == nil ? .untranslated : .unlinked, formerSource: nil, by: nil)
        }
    }
}
