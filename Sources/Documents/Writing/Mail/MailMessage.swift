/// A message to be opened, looked at and sent in a mail program: RFC 5322 with MIME, UTF-8 text, all of it ASCII on the way.
///
/// It has no sender and no date, since whoever opens it sends it; `X-Unsent: 1` makes the programs that know the field open it as a draft.
package struct MailMessage: Hashable, Sendable {
    package let recipients: [MailAddress]
    package let copies: [MailAddress]
    package let subject: String
    package let body: String
    package let language: Language

    package init(to recipients: [MailAddress], copies: [MailAddress] = [], subject: String, body: String, language: Language) {
        self.recipients = recipients
        self.copies = copies
        self.subject = subject
        self.body = body
        self.language = language
    }

    /// The whole file, lines ended by CRLF and none longer than 76 characters but for an address that is longer by itself.
    package var text: String {
        let fields = [
            Self.addresses("To", recipients), Self.addresses("Cc", copies),
            subject.onOneLine.isEmpty ? nil : "Subject: " + HeaderWords(subject.onOneLine, after: "Subject: ".utf8.count).text,
            "X-Unsent: 1", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", languageField,
            "Content-Transfer-Encoding: quoted-printable",
        ]
        return (fields.compactMap { $0 } + ["", QuotedPrintable(body.withNetworkLines).text]).joined(separator: "\r\n") + "\r\n"
    }

    /// RFC 3282; left out for a tag that is none.
    private var languageField: String? {
        language.isTag ? "Content-Language: \(language.rawValue)" : nil
    }

    /// One address a line: folded before the blank (section 2.2.3).
    private static func addresses(_ name: String, _ addresses: [MailAddress]) -> String? {
        addresses.isEmpty ? nil : "\(name): " + addresses.map(\.wire).joined(separator: ",\r\n ")
    }
}
