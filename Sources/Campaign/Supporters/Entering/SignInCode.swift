/// What a browser shows that asked for a link to sign in: six signs that are hard to misread.
package struct SignInCode: Hashable, Sendable, CustomStringConvertible {
    /// Six signs.
    package let text: String

    package static let length = 6

    /// The code somebody typed: in any case, with blanks or dashes in it. Nil for any other text.
    package init?(_ typed: String) {
        guard let signs = PlainSigns.read(typed, count: Self.length) else { return nil }
        text = signs
    }

    /// A new code out of a token of the world's.
    init(token: String) {
        text = PlainSigns.made(from: token, count: Self.length)
    }

    /// In two halves, as it is read from one screen and typed on another.
    package var printed: String { "\(text.prefix(3))-\(text.suffix(3))" }

    package var description: String { printed }
}
