package import Documents
package import Foundation

/// A message to one recipient: text first, a page beside it if there is one.
package struct Message: Sendable {
    package var from: Mailbox
    package var to: MailAddress
    package var replyTo: MailAddress?
    package var subject: Subject
    package var text: MessageText
    package var html: MessageText?
    package var language: Language
    /// The Message-ID without angle brackets, made from what is delivered: a second sending has the same one, so that the receiver drops the twin.
    package var id: String
    /// Where bounces go; not a header field, but the sender in SMTP.
    package var returnPath: MailAddress
    package var date: Date
    /// The List-Id without angle brackets (RFC 2919): `alerts.ch.example.org`.
    package var listID: String?
    /// The address of a page that stops the mail, also by one POST (RFC 2369, RFC 8058). Mail programs act upon https alone.
    package var unsubscribe: String?
    /// Whether a program wrote it on its own account (RFC 3834), so that no other program answers.
    package var isAutomatic: Bool

    package init(
        from: Mailbox, to: MailAddress, replyTo: MailAddress? = nil, subject: Subject, text: MessageText, html: MessageText? = nil,
        language: Language,
        id: String, returnPath: MailAddress, date: Date, listID: String? = nil, unsubscribe: String? = nil, isAutomatic: Bool = true
    ) {
        self.from = from
        self.to = to
        self.replyTo = replyTo
        self.subject = subject
        self.text = text
        self.html = html
        self.language = language
        self.id = id
        self.returnPath = returnPath
        self.date = date
        self.listID = listID
        self.unsubscribe = unsubscribe
        self.isAutomatic = isAutomatic
    }
}
