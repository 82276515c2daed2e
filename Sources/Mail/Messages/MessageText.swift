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

    /// How many bytes it is when it is encoded, but for what stands between the pieces.
    var count: Int { pieces.reduce(0) { $0 + $1.encoded.bytes.count } }

    /// Puts it behind what is there, encoded. A line that goes on is broken between two pieces, which its reader does not see.
    func write(to bytes: inout [UInt8]) {
        var goesOn = false
        for piece in pieces where !piece.encoded.bytes.isEmpty {
            if goesOn { bytes += [UInt8(ascii: "="), 0x0D, 0x0A] }
            bytes += piece.encoded.bytes
            goesOn = piece.encoded.goesOn
        }
    }
}

extension MessageText: ExpressibleByStringInterpolation, CustomStringConvertible {
    package init(stringLiteral words: String) { self.init(words) }

    package var description: String { words }
}
