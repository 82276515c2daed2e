/// An e-mail address, `local@domain` (RFC 5321 section 4.1.2), kept as it was given: `"Rosa Lee"+ua@münchen.example` stays that.
///
/// The local part is a dot-atom or a quoted string, in ASCII; letters beyond ASCII there would need servers with SMTPUTF8 (RFC 6531) all the
/// way, and are refused. A domain in any script is accepted, and travels in its ASCII form. Domain literals (`@[192.0.2.1]`) are refused.
package struct MailAddress: Hashable, Sendable {
    package let text: String
    /// As it travels in headers and in SMTP: ASCII, the domain in small letters as IDNA writes it (`xn--mnchen-3ya.example`).
    package let wire: String

    /// nil for whatever is no address alone: with blanks or control characters, in brackets, too long.
    package init?(_ text: String) {
        guard let at = text.lastIndex(of: "@"), text.utf8.count <= 254 else { return nil }
        let local = text[..<at], name = text[text.index(after: at)...]
        guard local.utf8.count <= 64, Self.isDotted(local) || Self.isQuoted(local) else { return nil }
        guard let domain = MailDomain.wire(String(name)), local.utf8.count + 1 + domain.utf8.count <= 254 else { return nil }
        self.text = text
        wire = "\(local)@\(domain)"
    }

    /// The part before the sign, as it was given.
    package var local: String { String(text[..<(text.lastIndex(of: "@") ?? text.endIndex)]) }

    /// Where it leads, in ASCII and small letters.
    package var domain: String { String(wire[wire.index(after: wire.lastIndex(of: "@") ?? wire.startIndex)...]) }

    /// The addresses that a printed contact gives, in their order: "a@example.org; b@example.org" are two.
    package static func all(in printed: String) -> [MailAddress] {
        printed.split { $0 == ";" || $0 == "," || $0.isWhitespace || $0 == "<" || $0 == ">" }.compactMap { MailAddress(String($0)) }
    }

    private static func isDotted(_ part: Substring) -> Bool {
        part.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in !atom.isEmpty && atom.utf8.allSatisfy(isAtom) }
    }

    /// `"…"` with a backslash before a quotation mark and a backslash; no control character may be inside (RFC 5321 section 4.1.2).
    private static func isQuoted(_ part: Substring) -> Bool {
        guard part.utf8.count > 2, part.first == "\"", part.last == "\"" else { return false }
        var isEscaped = false
        for byte in part.dropFirst().dropLast().utf8 {
            guard (0x20...0x7E).contains(byte), isEscaped || byte != UInt8(ascii: "\"") else { return false }
            isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        }
        return !isEscaped
    }

    /// `atext` of RFC 5322 section 3.2.3.
    private static func isAtom(_ byte: UInt8) -> Bool {
        MailDomain.isAlphanumeric(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }
}
