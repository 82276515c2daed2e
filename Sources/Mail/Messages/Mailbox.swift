package import Documents

/// An address with the name of whose it is: `Amnesty International <ua@example.org>`.
package struct Mailbox: Hashable, Sendable {
    package let name: String?
    package let address: MailAddress
    /// As the field From holds it (RFC 5322 section 3.4): the name as it is, between quotation marks, or in encoded words. Worked out once,
    /// for many messages are from the same.
    let from: String
    let isFit: Bool

    package init(name: String? = nil, address: MailAddress) {
        self.name = name
        self.address = address
        from = Self.text(name, address, after: "From: ".utf8.count)
        isFit = HeaderFields.isFit(name ?? "")
    }

    /// - Parameter start: how many characters of the first line the field's name takes.
    private static func text(_ name: String?, _ address: MailAddress, after start: Int) -> String {
        guard let name, !name.isEmpty else { return address.wire }
        let words = phrase(name, after: start)
        let last = words.split(separator: "\n").last?.utf8.count ?? 0
        let fits = start + last + address.wire.utf8.count + 3 <= 76
        return "\(words)\(fits ? " " : "\r\n ")<\(address.wire)>"
    }

    private static func phrase(_ name: String, after start: Int) -> String {
        guard name.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), !name.contains("=?"), start + name.utf8.count <= 70 else {
            return HeaderWords(name, after: .max / 2).text
        }
        let isPlain = name.utf8.allSatisfy { Self.isLetter($0) || " -+'!/".utf8.contains($0) }
        return isPlain ? name : "\"" + name.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] } + "\""
    }

    /// A letter or a digit.
    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
