/// Reads an e-mail as it travels (RFC 5322, 2045 to 2047): its subject as the first line, then its text.
struct MailReader: Reader {
    /// A header before anything else, with a field that only programs write: a letter may begin with "To:" and "Date:" too.
    static func recognises(_ bytes: [UInt8]) -> Bool {
        let start = bytes.prefix(64_000)
        let whole = start.count < bytes.count ? start.prefix(through: start.lastIndex(of: 0x0A) ?? 0) : start
        let header = MailHeader(whole)
        guard header.isWellFormed, technical.contains(where: { header[$0] != nil }) else { return false }
        return (technical + ["from", "to", "subject", "date"]).count { header[$0] != nil } >= 3
    }

    private static let technical = ["received", "return-path", "message-id", "mime-version", "content-type", "delivered-to", "x-mailer"]

    func lines(of bytes: [UInt8]) throws(Unreadable) -> [TextLine] {
        let header = MailHeader(bytes[...])
        var search = MailText()
        search.take(header, bytes[header.end...], depth: 0)
        guard let found = search.best else { throw Unreadable(reason: "the mail holds no text") }
        // an encoded word may hold any sign, a line break and the null character too
        let subject = String(PlainTextReader.cleaned(EncodedWords.text(header["subject"] ?? "").unicodeScalars[...]))
        let lines = try found.isHTML ? HTMLReader.lines(of: found.text) : PlainTextReader.lines(of: found.text)
        return Self.numbered([TextLine(subject.trimmed, number: 1), TextLine("", number: 2)] + lines)
    }

    private static func numbered(_ lines: [TextLine]) -> [TextLine] {
        let written = lines.first.map { $0.isBlank } ?? true ? Array(lines.dropFirst(2)) : lines
        return written.enumerated().map { TextLine($1.text, number: $0 + 1, page: $1.page, isHeading: $1.isHeading) }
    }
}
