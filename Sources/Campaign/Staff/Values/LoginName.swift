package import Storage

/// What a staff member types to say who they are: 2 to 40 letters a–z, digits, dots and dashes, beginning with a letter.
///
/// It is no mail address: a copy of the database then names no mailbox of staff either.
///
///     LoginName("Rosa.Lee")?.text   // "rosa.lee"
package struct LoginName: Hashable, Sendable, CustomStringConvertible, Bindable, Readable {
    package let text: String

    package init?(_ typed: String) {
        let text = typed.filter { !$0.isWhitespace }.lowercased()
        guard (2...40).contains(text.utf8.count), text.utf8.allSatisfy(Self.isAllowed), text.first?.isLetter == true else { return nil }
        self.text = text
    }

    private static func isAllowed(_ sign: UInt8) -> Bool {
        (97...122).contains(sign) || (48...57).contains(sign) || sign == 46 || sign == 45
    }

    package var description: String { text }
    package var value: Value { .text(text) }

    package static func read(_ value: Value) throws -> LoginName {
        guard let login = LoginName(try String.read(value)) else { throw Unreadable(value, as: self) }
        return login
    }
}
