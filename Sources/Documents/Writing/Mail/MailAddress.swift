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
        guard let at = Self.sign(in: text), text.utf8.count <= 254 else { return nil }
        let local = text[..<at], name = text[text.index(after: at)...]
        guard local.utf8.count <= 64, Self.isDotted(local) || Self.isQuoted(local) else { return nil }
        guard let domain = MailDomain.wire(String(name)), local.utf8.count + 1 + domain.utf8.count <= 254 else { return nil }
        self.text = text
        wire = "\(local)@\(domain)"
    }

    private init(text: String, wire: String) {
        self.text = text
        self.wire = wire
    }

    /// This address with a token behind a plus sign, for a return path that tells whose bounce it is: `bounces+TOKEN@example.org`.
    ///
    /// nil when that is no address: the part before the sign holds 64 characters.
    package func tagged(_ token: String) -> MailAddress? {
        let local = local
        guard !local.hasPrefix("\""), local.utf8.count + token.utf8.count < 64, wire.utf8.count + token.utf8.count < 254,
            text.utf8.count + token.utf8.count < 254, Self.isDotted(Substring("\(local)+\(token)"))
        else { return nil }
        let start = "\(local)+\(token)"
        return MailAddress(text: start + text.utf8Suffix(from: local), wire: start + wire.utf8Suffix(from: local))
    }

    /// The part before the sign, as it was given.
    package var local: String { String(wire[..<place]) }

    /// Where it leads, in ASCII and small letters.
    package var domain: String { String(wire[place...].dropFirst()) }

    /// Of the sign in what travels.
    private var place: String.Index { wire.utf8.lastIndex(of: UInt8(ascii: "@")) ?? wire.endIndex }

    /// The addresses that a printed contact gives, in their order: "a@example.org; b@example.org" are two.
    package static func all(in printed: String) -> [MailAddress] {
        printed.split { $0 == ";" || $0 == "," || $0.isWhitespace || $0 == "<" || $0 == ">" }.compactMap { MailAddress(String($0)) }
    }

    /// The last sign. In ASCII each byte is a character; elsewhere a mark may sit on the sign, which then is none.
    private static func sign(in text: String) -> String.Index? {
        text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.lastIndex(of: UInt8(ascii: "@")) : text.lastIndex(of: "@")
    }

    private static func isDotted(_ part: Substring) -> Bool {
        var isAtomBegun = false
        for byte in part.utf8 {
            if byte == UInt8(ascii: ".") {
                guard isAtomBegun else { return false }
                isAtomBegun = false
            } else {
                guard isAtom(byte) else { return false }
                isAtomBegun = true
            }
        }
        return isAtomBegun
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

extension String {
    /// What follows a beginning that is in ASCII.
    fileprivate func utf8Suffix(from beginning: String) -> Substring { self[utf8.index(startIndex, offsetBy: beginning.utf8.count)...] }
}
