import Documents

/// A report that a recipient called a message unwanted (ARF, RFC 5965).
struct ComplaintReport {
    let bounces: [Bounce]

    init(_ body: [UInt8], _ mail: ReturnedMail) {
        guard let report = FieldGroups.of(body).first, Self.complaints.contains(MailField(report["feedback-type"]).value) else {
            bounces = []
            return
        }
        let recipient = report["original-rcpt-to"] ?? mail.original?["to"]
        bounces = [
            Bounce(
                kind: .complaint, recipient: recipient.flatMap(ReturnedMail.inBrackets), returnPathToken: mail.token(report["original-mail-from"]),
                messageID: mail.originalID)
        ]
    }

    /// Not "not-spam", and not the reports on forged senders ("auth-failure", RFC 6591).
    private static let complaints = ["abuse", "fraud", "opt-out", "opt-out-list", "miscategorized", "virus", "other"]
}
