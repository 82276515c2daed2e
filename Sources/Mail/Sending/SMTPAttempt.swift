/// One message on a line, as far as it has come.
final class SMTPAttempt {
    let handover: Handover
    /// Whether the line had carried messages before.
    let wasKept: Bool
    /// When everything about it has to be over.
    let end: ContinuousClock.Instant
    /// Whether the sender was accepted: then the server is willing, and what follows is about this recipient.
    var isWilling = false
    /// Whether the server waits for the text.
    var isAwaited = false
    /// Whether something of the text was sent: from then on the server may have it.
    var hasBegun = false
    /// Whether all of it was.
    var hasEnded = false
    /// The last answer.
    var last: SMTPReply?
    /// The first that was no yes, before the text.
    var refusal: Refusal?

    /// What is refused.
    enum Step: CaseIterable { case mail, recipient, data, text }

    typealias Refusal = (step: Step, reply: SMTPReply)

    init(_ handover: Handover, wasKept: Bool, end: ContinuousClock.Instant) {
        self.handover = handover
        self.wasKept = wasKept
        self.end = end
    }

    /// What is said before the text, step by step.
    func command(_ step: Step) -> String {
        switch step {
        case .mail: "MAIL FROM:<\(handover.sender)>\r\n"
        case .recipient: "RCPT TO:<\(handover.recipient)>\r\n"
        case .data, .text: "DATA\r\n"
        }
    }

    /// Takes the answer to a step before the text. True when the server was told all that is to be said before it.
    func heed(_ step: Step, _ reply: SMTPReply, isPipelined: Bool) -> Bool {
        last = reply
        if step == .mail { isWilling = reply.isYes }
        if step == .data && reply.code == 354 {
            isAwaited = true
        } else if step == .data || !reply.isYes {
            refusal = refusal ?? (step, reply)
        }
        return step == .data || refusal != nil && (!isPipelined || reply.code == 421)
    }

    /// What becomes of it when the line breaks: what was refused stays refused, though the other answers did not come.
    func outcome(broken: SMTPLine.Broken, isBehind: Bool) -> SMTPOutcome {
        refusal.map { SMTPOutcome(refused: $0.step, $0.reply, self) } ?? SMTPOutcome(broken: broken, self, isBehind: isBehind)
    }
}
