import Campaign
import Documents

/// The e-mail of a letter: to those who are asked to act, with copies to the others; all of it to the copies when only they were chosen.
struct MailPart: Sendable {
    let recipients: [MailAddress]
    let copies: [MailAddress]
    let letter: Letter

    init(_ written: WrittenLetters) {
        let targets = written.ones.filter { $0.addressee.role == .target }.flatMap(\.addressee.mailAddresses).unique
        let others = written.ones.filter { $0.addressee.role == .copy }.flatMap(\.addressee.mailAddresses).unique
        recipients = targets.isEmpty ? others : targets
        copies = targets.isEmpty ? [] : others.filter { !targets.contains($0) }
        letter = written.joint
    }

    static func message(_ written: WrittenLetters) -> MailMessage {
        let mail = MailPart(written), letter = mail.letter
        return MailMessage(to: mail.recipients, copies: mail.copies, subject: letter.subject, body: letter.mailBody, language: letter.language)
    }

    func link(_ letter: Letter) -> MailtoLink {
        MailtoLink(to: recipients.map(\.text), copies: copies.map(\.text), subject: letter.subject, body: letter.mailBody)
    }

    func webmail(_ webmail: Webmail) -> WebmailLink {
        WebmailLink(webmail, to: recipients.map(\.text), copies: copies.map(\.text), subject: letter.subject, body: letter.mailBody)
    }
}

extension [MailAddress] {
    /// Each once, where it first stands.
    fileprivate var unique: [MailAddress] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
