import Documents

/// A mail that came to our return path, taken apart as far as it concerns us.
struct ReturnedMail {
    struct Part {
        let type: String
        let body: [UInt8]
    }

    let header: MailHeader
    private(set) var parts: [Part] = []

    private static let mostParts = 50
    private static let mostDepth = 4

    init(_ bytes: ArraySlice<UInt8>) {
        header = MailHeader(bytes)
        take(header, bytes[header.end...], depth: 0)
    }

    func part(_ types: String...) -> Part? { parts.first { types.contains($0.type) } }

    /// The text that is meant for people.
    var text: String? { part("text/plain", "text").map { String(decoding: $0.body.prefix(200_000), as: UTF8.self) } }

    /// The header of the message that did not arrive.
    var original: MailHeader? {
        part("message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global", "message/global-headers").map {
            MailHeader($0.body[...])
        }
    }

    /// Without angle brackets.
    var originalID: String? { original?["message-id"].flatMap(Self.inBrackets) }

    /// What stood behind the plus sign of the return path: in the address this mail came to, else in what it tells of the original.
    func token(_ told: String? = nil) -> String? {
        let places = ["delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-delivered-to", "to"].map { header[$0] }
        return (places + [told, original?["return-path"], original?["x-envelope-from"]]).lazy.compactMap { $0 }.compactMap(Self.token).first
    }

    /// The words between the last angle brackets, else the words.
    static func inBrackets(_ text: String) -> String? {
        let inner = text.lastIndex(of: "<").map { text[text.index(after: $0)...].prefix { $0 != ">" } } ?? text[...]
        let word = inner.filter { !$0.isWhitespace }
        return word.isEmpty ? nil : word
    }

    private static func token(_ field: String) -> String? {
        guard let address = inBrackets(field).flatMap({ MailAddress($0) }), let plus = address.local.lastIndex(of: "+") else { return nil }
        let token = address.local[address.local.index(after: plus)...]
        return token.isEmpty ? nil : String(token)
    }

    private mutating func take(_ header: MailHeader, _ body: ArraySlice<UInt8>, depth: Int) {
        guard parts.count < Self.mostParts, depth <= Self.mostDepth else { return }
        let type = MailField(header["content-type"] ?? "text/plain")
        guard type.value.hasPrefix("multipart/"), let boundary = type["boundary"], !boundary.isEmpty else {
            parts.append(Part(type: type.value, body: TransferEncoding.decoded(body, header["content-transfer-encoding"])))
            return
        }
        for part in MailParts.of(body, boundary: boundary) {
            let header = MailHeader(part)
            take(header, part[header.end...], depth: depth + 1)
        }
    }
}
