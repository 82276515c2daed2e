package import Outgoing

/// A phone number in international form (E.164), as one of our forms takes it.
///
///     MobileNumber(typed: "+41 (0)79 123-45-67")   // nil: nobody can tell whether the 0 belongs to it
///     MobileNumber(typed: "0041 79 123 45 67")?.text   // "+41791234567"
package struct MobileNumber: Hashable, Sendable {
    package let text: String

    package init?(typed: String?) {
        guard let typed, !typed.contains("(0)") else { return nil }
        var number = typed.filter { !$0.isWhitespace && !"-–‑./()".contains($0) }
        if number.hasPrefix("00") { number = "+" + number.dropFirst(2) }
        guard SMSMessage.isNumber(number), !number.hasPrefix("+0") else { return nil }
        text = number
    }

    /// "+41 … 67": enough for its owner to know it by.
    package var veiled: String { "\(text.prefix(3)) … \(text.suffix(2))" }
}

/// Takes a text message to its number; `SMSGateway` is the one that does.
package protocol Texter: Sendable {
    func send(_ message: SMSMessage) async -> Reception
}

extension SMSGateway: Texter {}

extension Keyring {
    /// The name under which a number is found in its section: a keyed hash, 43 letters.
    package func lookup(_ number: MobileNumber, section: Section.Code) -> String {
        mark("\(section.rawValue) \(number.text)", purpose: "phone")
    }
}

extension IdentityPlace {
    /// The number of a supporter.
    static func phone(of supporter: Supporter.ID) -> String { "phone \(supporter.text)" }

    /// The number that a code was sent to, or will be.
    static func phone(ofCode tokenHash: String) -> String { "phone_code \(tokenHash)" }
}
