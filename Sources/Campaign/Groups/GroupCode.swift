package import Storage

/// What a letter-writing group types to say who it is: eight signs that are hard to misread, forty bits that nobody guesses in a loop.
///
///     GroupCode("k7qm 3xvo")?.printed   // "K7QM-3XV0"
package struct GroupCode: Hashable, Sendable, CustomStringConvertible {
    /// Eight signs, as in an address.
    package let text: String

    package static let length = 8

    /// The code somebody typed: in any case, with blanks or dashes in it. Nil for any other text.
    package init?(_ typed: String) {
        guard let signs = PlainSigns.read(typed, count: Self.length) else { return nil }
        text = signs
    }

    /// A new code out of a token of the world's. The token itself cannot be told from it.
    init(token: String) {
        text = PlainSigns.made(from: token, count: Self.length)
    }

    /// In two halves, as it is read aloud.
    package var printed: String { "\(text.prefix(4))-\(text.suffix(4))" }

    package var description: String { printed }
}

extension GroupCode: Bindable, Readable {
    package var value: Value { .text(text) }

    package static func read(_ value: Value) throws -> GroupCode {
        guard let code = GroupCode(try String.read(value)) else { throw Unreadable(value, as: self) }
        return code
    }
}
