/// A link that opens a web mail program with a message in it.
///
/// None of the three is specified anywhere; the addresses are those that people publish who tried them.
package enum Webmail: String, Hashable, Sendable, CaseIterable {
    case gmail, outlook, yahoo

    package var name: String {
        switch self {
        case .gmail: "Gmail"
        case .outlook: "Outlook.com"
        case .yahoo: "Yahoo Mail"
        }
    }

    /// Bytes of the whole address. A browser and the servers between take at least this much; the programs say nothing of their own limits,
    /// so this is careful, not measured.
    package var byteBudget: Int { 2_000 }

    fileprivate var start: String {
        switch self {
        case .gmail: "https://mail.google.com/mail/?view=cm&fs=1"
        case .outlook: "https://outlook.live.com/mail/0/deeplink/compose?popoutv2=1"
        case .yahoo: "https://compose.mail.yahoo.com/?"
        }
    }

    fileprivate var subjectField: String { self == .gmail ? "su" : "subject" }
}

/// One such link for one message.
package struct WebmailLink: Hashable, Sendable {
    package let webmail: Webmail
    package let text: String
    /// The same with subject and recipients alone.
    package let withoutBody: String

    package init(_ webmail: Webmail, to recipients: [String], copies: [String] = [], subject: String, body: String) {
        self.webmail = webmail
        let fields = [
            ("to", recipients.map(\.onOneLine).joined(separator: ",")), ("cc", copies.map(\.onOneLine).joined(separator: ",")),
            (webmail.subjectField, subject.onOneLine),
        ]
        let head = fields.filter { !$0.1.isEmpty }.map { "\($0.0)=\(PercentEncoding.encoded($0.1))" }
        withoutBody = Self.joined(webmail.start, head)
        text = Self.joined(webmail.start, head + ["body=" + PercentEncoding.encoded(body.withNetworkLines)])
    }

    package var fits: Bool { text.utf8.count <= webmail.byteBudget }

    private static func joined(_ start: String, _ fields: [String]) -> String {
        let joint = start.hasSuffix("?") ? "" : "&"
        return start + (fields.isEmpty ? "" : joint + fields.joined(separator: "&"))
    }
}
