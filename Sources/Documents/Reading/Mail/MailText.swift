/// Looks through the parts of a mail for its text: plain text before HTML, the first of each, attachments never.
struct MailText {
    struct Found {
        let text: String
        let isHTML: Bool
    }

    private var plain: String?
    private var html: String?
    private var parts = 0

    private static let mostParts = 100
    private static let mostDepth = 8
    /// Of one part: more is no letter.
    private static let mostBytes = 6_000_000

    /// Nil when the mail holds no text.
    var best: Found? {
        if let plain, !plain.trimmed.isEmpty { return Found(text: plain, isHTML: false) }
        return html.map { Found(text: $0, isHTML: true) }
    }

    mutating func take(_ header: MailHeader, _ body: ArraySlice<UInt8>, depth: Int) {
        parts += 1
        guard parts <= Self.mostParts, depth <= Self.mostDepth, plain == nil else { return }
        let type = MailField(header["content-type"] ?? "text/plain")
        if type.value.hasPrefix("multipart/") {
            takeParts(of: body, boundary: type["boundary"] ?? "", depth)
        } else if type.value == "message/rfc822" {
            let inner = MailHeader(body)
            take(inner, body[inner.end...], depth: depth + 1)
        } else if MailField(header["content-disposition"]).value != "attachment" {
            takeText(body, type, header)
        }
    }

    private mutating func takeText(_ body: ArraySlice<UInt8>, _ type: MailField, _ header: MailHeader) {
        let isHTML = type.value == "text/html"
        guard body.count <= Self.mostBytes, isHTML ? html == nil : type.value == "text/plain" || type.value == "text" else { return }
        let bytes = TransferEncoding.decoded(body, header["content-transfer-encoding"])
        guard let text = Self.text(bytes, type["charset"]) else { return }
        let isFlowed = type["format"]?.lowercased() == "flowed" && text.utf8.count <= 2 * Limits.text
        if isHTML { html = text } else { plain = isFlowed ? Self.unflowed(text, type["delsp"] == "yes") : text }
    }

    private mutating func takeParts(of body: ArraySlice<UInt8>, boundary: String, _ depth: Int) {
        guard !boundary.isEmpty else { return }
        for part in MailParts.of(body, boundary: boundary) {
            let header = MailHeader(part)
            take(header, part[header.end...], depth: depth + 1)
            guard plain == nil, parts < Self.mostParts else { return }
        }
    }

    static func text(_ bytes: [UInt8], _ charset: String?) -> String? {
        if let charset, let text = NamedEncoding.text(of: bytes, charset) { return text }
        return TextEncoding(of: bytes)?.text(of: bytes)
    }

    /// A line that ends in a blank runs on in the next one (RFC 3676).
    private static func unflowed(_ text: String, _ dropsBlank: Bool) -> String {
        var result = ""
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let isFlowed = line.hasSuffix(" ") && line != "-- "
            let stuffed = line.hasPrefix(" ") ? line.dropFirst() : line
            result += isFlowed ? (dropsBlank ? stuffed.dropLast() : stuffed) : stuffed + "\n"
        }
        return result
    }
}
