import Documents

/// What a message says in one of its forms, in pieces; a piece that many messages have in common is encoded once for all of them.
package struct MessageText: Sendable {
    /// A text that stands in messages as it is.
    package struct Piece: Sendable {
        let words: String
        let encoded: QuotedPrintable

        package init(_ words: String) {
            self.words = words
            encoded = QuotedPrintable(words)
        }
    }

    private let pieces: [Piece]

    package init(_ pieces: [Piece]) { self.pieces = pieces }

    package init(_ words: String) { pieces = [Piece(words)] }

    /// All of it, as its reader sees it.
    package var words: String { pieces.map(\.words).joined() }

    var encoded: QuotedPrintable {
        pieces.dropFirst().reduce(into: pieces.first?.encoded ?? QuotedPrintable("")) { $0.append($1.encoded) }
    }
}

extension MessageText: ExpressibleByStringInterpolation, CustomStringConvertible {
    package init(stringLiteral words: String) { self.init(words) }

    package var description: String { words }
}
