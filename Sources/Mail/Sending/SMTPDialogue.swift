/// One message on an open line: MAIL, RCPT, DATA and the text.
struct SMTPDialogue {
    private let line: SMTPLine
    private let handover: Handover
    /// Whether the line has carried messages before.
    private let wasKept: Bool

    /// What is refused.
    enum Step: CaseIterable { case mail, recipient, data, text }

    typealias Refusal = (step: Step, reply: SMTPReply)

    init(_ handover: Handover, on line: SMTPLine, wasKept: Bool) {
        self.line = line
        self.handover = handover
        self.wasKept = wasKept
    }

    /// How it went, and whether the line is good for another message.
    func callAsFunction() -> (outcome: SMTPOutcome, isUsable: Bool) {
        var progress = SMTPOutcome.Progress(wasKept: wasKept)
        do throws(SMTPLine.Broken) {
            guard let refusal = try handOver(&progress, until: line.end) else { return (progress.outcome, true) }
            let isUsable = refusal.reply.code != 421 && (refusal.step == .text || ((try? reset()) ?? false))
            return (SMTPOutcome(refused: refusal.step, refusal.reply, progress), isUsable)
        } catch {
            // what was refused stays refused, though the line broke before the other answers
            let outcome = progress.refusal.map { SMTPOutcome(refused: $0.step, $0.reply, progress) }
            return (outcome ?? SMTPOutcome(broken: error, progress), false)
        }
    }

    private func handOver(_ progress: inout SMTPOutcome.Progress, until end: ContinuousClock.Instant) throws(SMTPLine.Broken) -> Refusal? {
        if let refusal = try envelope(&progress, until: end) { return refusal }
        progress.hasBegun = true
        try line.say(SMTPText(handover.bytes).bytes, until: end)
        progress.hasEnded = true
        let reply = try line.hear(until: end)
        progress.last = reply
        return reply.isYes ? nil : (.text, reply)
    }

    /// The first refusal; nil when the server waits for the text.
    private func envelope(_ progress: inout SMTPOutcome.Progress, until end: ContinuousClock.Instant) throws(SMTPLine.Broken) -> Refusal? {
        let commands = ["MAIL FROM:<\(handover.sender)>\r\n", "RCPT TO:<\(handover.recipient)>\r\n", "DATA\r\n"]
        if line.takesSeveral {
            try line.say(Array(commands.joined().utf8), until: end)
            line.hurry()
        }
        for (step, command) in zip(Step.allCases, commands) {
            if !line.takesSeveral { try line.say(Array(command.utf8), until: end) }
            let reply = try line.hear(until: end)
            progress.last = reply
            if step == .mail { progress.isWilling = reply.isYes }
            if step == .data && reply.code == 354 {
                if progress.refusal != nil { try sayNothing(until: end) }
            } else if step == .data || !reply.isYes {
                progress.refusal = progress.refusal ?? (step, reply)
                if reply.code == 421 || !line.takesSeveral { break }
            }
        }
        return progress.refusal
    }

    /// A server that wants a text though it refused sender or recipient gets none (RFC 2920 section 3.1); its answer is to nobody's message.
    private func sayNothing(until end: ContinuousClock.Instant) throws(SMTPLine.Broken) {
        try line.say(Array(".\r\n".utf8), until: end)
        _ = try line.hear(until: end)
    }

    private func reset() throws(SMTPLine.Broken) -> Bool {
        let end = line.end
        try line.say(Array("RSET\r\n".utf8), until: end)
        return try line.hear(until: end).isYes
    }
}
