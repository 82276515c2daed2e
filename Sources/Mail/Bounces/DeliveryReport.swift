import Documents

/// A report for programs on what became of a message (RFC 3464).
struct DeliveryReport {
    let bounces: [Bounce]

    init(_ body: [UInt8], _ mail: ReturnedMail) {
        let token = mail.token(), id = mail.originalID
        bounces = FieldGroups.of(body).compactMap { Self.bounce($0, token, id) }
    }

    /// nil for the group that speaks of the message as a whole, and for good news (delivered, relayed, expanded).
    private static func bounce(_ group: MailHeader, _ token: String?, _ id: String?) -> Bounce? {
        let action = MailField(group["action"]).value.prefix { $0.isLetter }
        guard action == "failed" || action == "delayed" else { return nil }
        let diagnosis = Diagnosis(status: group["status"], words: group["diagnostic-code"] ?? "")
        return Bounce(
            kind: action == "failed" ? diagnosis.kind : .soft,
            // the address that we wrote to, before servers sent it on elsewhere
            recipient: FieldGroups.address(group["original-recipient"]) ?? FieldGroups.address(group["final-recipient"]),
            returnPathToken: token, messageID: id, status: diagnosis.status)
    }
}
