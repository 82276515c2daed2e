/// How two networks count a text that do not count characters as readers do.
enum PostLength {
    /// What a link counts, however long it is.
    private static let link = 23

    /// X: Latin and most European, Semitic and Indic letters count one, others two, an emoji two whatever it is made of, a link 23
    /// (the published configuration of twitter-text, version 3). Only addresses that begin with http are taken for links.
    static func weighted(_ text: String) -> Int {
        pieces(text).reduce(0) { sum, piece in
            sum + (piece.isLink ? link : piece.text.reduce(0) { $0 + weight($1) })
        }
    }

    /// Mastodon: characters, a link 23, and of a full handle only the part before the server's name.
    static func federated(_ text: String) -> Int {
        pieces(text).reduce(0) { sum, piece in
            if piece.isLink { return sum + link }
            let parts = piece.text.split(separator: "@", omittingEmptySubsequences: false)
            let isHandle = parts.count == 3 && parts[0].isEmpty && !parts[1].isEmpty && parts[2].contains(".")
            return sum + (isHandle ? parts[1].count + 1 : piece.text.count)
        }
    }

    private static func pieces(_ text: String) -> [(text: Substring, isLink: Bool)] {
        var rest = text[...], pieces: [(Substring, Bool)] = []
        while let first = rest.first {
            let isBlank = first.isWhitespace
            let end = rest.firstIndex { $0.isWhitespace != isBlank } ?? rest.endIndex
            let piece = rest[..<end]
            pieces.append((piece, piece.hasPrefix("https://") || piece.hasPrefix("http://")))
            rest = rest[end...]
        }
        return pieces
    }

    private static func weight(_ character: Character) -> Int {
        if character.unicodeScalars.contains(where: \.isShownAsEmoji) { return 2 }
        return character.unicodeScalars.reduce(0) { $0 + (isLight($1.value) ? 1 : 2) }
    }

    private static func isLight(_ value: UInt32) -> Bool {
        switch value {
        case 0...4_351, 8_192...8_205, 8_208...8_223, 8_242...8_247: true
        default: false
        }
    }
}

extension Unicode.Scalar {
    /// Shown as a picture by itself, or told to be by the selector after it.
    fileprivate var isShownAsEmoji: Bool { properties.isEmojiPresentation || value == 0xFE0F || value == 0x20E3 }
}
