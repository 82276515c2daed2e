/// A text message for one number.
package struct SMSMessage: Encodable, Sendable {
    /// In international form: `+41791234567` (E.164).
    package let to: String
    package let text: String
    /// The same for each attempt, so that the gateway can drop the twin.
    package let id: String

    package init(to: String, text: String, id: String) {
        self.to = to
        self.text = text
        self.id = id
    }

    var isAddressed: Bool { Self.isNumber(to) }

    /// Whether a text is a number in international form, without blanks.
    package static func isNumber(_ text: String) -> Bool {
        text.hasPrefix("+") && (8...16).contains(text.utf8.count) && text.utf8.dropFirst().allSatisfy { (48...57).contains($0) }
    }
}
