import Documents

/// What a message is about, as the field Subject holds it: worked out once, for many messages have the same.
package struct Subject: Sendable, Hashable {
    package let words: String
    let field: String
    let isFit: Bool

    package init(_ words: String) {
        self.words = words
        field = HeaderWords(words, after: "Subject: ".utf8.count).text
        isFit = HeaderFields.isFit(words)
    }
}

extension Subject: ExpressibleByStringLiteral {
    package init(stringLiteral words: String) { self.init(words) }
}
