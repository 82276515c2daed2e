/// A `mailto:` address by RFC 6068: recipients, copies, subject and body only, UTF-8 percent-encoded, line breaks as `%0D%0A`.
package struct MailtoLink: Hashable, Sendable {
    /// The link with its body, for programs that take it whole.
    package let text: String
    /// The link without the body, for a letter that is copied and pasted.
    package let withoutBody: String

    /// What every common program takes whole; some web programs cut longer links (handbook section 6, mailto limits).
    package static let byteBudget = 1_600

    /// - Parameters:
    ///   - recipients: addresses as printed; what would end the address part is encoded.
    ///   - copies: who reads it as well, as the `cc` field.
    package init(to recipients: [String], copies: [String] = [], subject: String, body: String) {
        let start = "mailto:" + Self.list(recipients)
        // An empty subject makes one widely used program swallow the body, so there is none rather than an empty one.
        let subject = subject.onOneLine
        let header =
            (copies.isEmpty ? [] : ["cc=" + Self.list(copies)]) + (subject.isEmpty ? [] : ["subject=" + PercentEncoding.encoded(subject)])
        withoutBody = start + (header.isEmpty ? "" : "?" + header.joined(separator: "&"))
        text = start + "?" + (header + ["body=" + PercentEncoding.encoded(body.withNetworkLines)]).joined(separator: "&")
    }

    /// Bytes of the whole link after encoding.
    package var byteCount: Int { text.utf8.count }

    /// Whether any program takes it whole.
    package var fits: Bool { byteCount <= Self.byteBudget }

    package func fits(_ program: MailProgram) -> Bool { byteCount <= program.byteBudget }

    /// Section 2: addresses are parted by commas, so a comma within one is encoded.
    private static func list(_ addresses: [String]) -> String {
        addresses.map { PercentEncoding.encoded($0.onOneLine, keeping: "@") }.joined(separator: ",")
    }
}
