/// Reads what comes back: delivery reports (RFC 3464), the free forms of common servers, complaints (RFC 5965).
package enum BounceReading {
    /// More of a mail is not looked at: what matters stands at its beginning.
    static let mostBytes = 2_000_000
    /// One report may speak of many, but none of our messages has more than one recipient.
    static let mostBounces = 100

    /// None when the mail is something else: an answer, an absence note, a report that all went well.
    package static func read(_ bytes: [UInt8]) -> [Bounce] {
        let mail = ReturnedMail(bytes.prefix(mostBytes))
        let found =
            if let complaint = mail.part("message/feedback-report") {
                ComplaintReport(complaint.body, mail).bounces
            } else if let report = mail.part("message/delivery-status", "message/global-delivery-status") {
                DeliveryReport(report.body, mail).bounces
            } else {
                FreeReport(mail).bounces
            }
        return Array(found.prefix(mostBounces))
    }
}
