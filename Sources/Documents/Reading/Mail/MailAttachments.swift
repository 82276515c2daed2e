/// What a mail carries beside its text: documents, and mails that were forwarded as they came.
package struct MailAttachments: Sendable {
    package struct Attachment: Sendable {
        /// As the mail names it, for people.
        package let name: String
        package let bytes: [UInt8]
    }

    package private(set) var all: [Attachment] = []
    private var parts = 0
    private var size = 0

    private static let mostParts = 100
    private static let mostDepth = 8

    /// None where the bytes are no mail.
    package init(of bytes: [UInt8]) {
        guard MailReader.recognises(bytes) else { return }
        let header = MailHeader(bytes[...])
        take(header, bytes[header.end...], depth: 0)
    }

    private mutating func take(_ header: MailHeader, _ body: ArraySlice<UInt8>, depth: Int) {
        parts += 1
        guard parts <= Self.mostParts, depth <= Self.mostDepth else { return }
        let type = MailField(header["content-type"] ?? "text/plain"), disposition = MailField(header["content-disposition"])
        if type.value.hasPrefix("multipart/") {
            guard let boundary = type["boundary"], !boundary.isEmpty else { return }
            for part in MailParts.of(body, boundary: boundary) {
                let header = MailHeader(part)
                take(header, part[header.end...], depth: depth + 1)
            }
        } else if depth > 0, type.value == "message/rfc822" {
            add(type["name"] ?? EncodedWords.text(MailHeader(body)["subject"] ?? "forwarded mail"), Array(body))
        } else if depth > 0, disposition.value == "attachment" || Self.isDocument(type.value) {
            let name = EncodedWords.text(disposition["filename"] ?? type["name"] ?? type.value)
            add(name, TransferEncoding.decoded(body, header["content-transfer-encoding"]))
        }
    }

    private mutating func add(_ name: String, _ bytes: [UInt8]) {
        size += bytes.count
        guard size <= Limits.bytes, !bytes.isEmpty else { return }
        all.append(Attachment(name: String(name.prefix(200)), bytes: bytes))
    }

    private static func isDocument(_ type: String) -> Bool {
        ["application/pdf", "application/msword", "application/rtf", "text/rtf"].contains(type)
            || type.hasPrefix("application/vnd.openxmlformats-officedocument.wordprocessing")
            || type.hasPrefix("application/vnd.oasis.opendocument.text")
    }
}
