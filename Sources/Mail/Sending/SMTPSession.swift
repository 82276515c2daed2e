import CCurl

/// The talk on one line: the message whose answer is awaited, and behind it the next one, as far as it may go.
///
/// A message costs one round trip where the server takes several commands at once: its text and the envelope of the next one travel together
/// (RFC 2920 section 3.1). The text of the next one is held back until somebody has noted what became of the last one, so that of each line
/// at most one message was taken and is not noted.
final class SMTPSession {
    /// The line's number: who notes an outcome names it to ``release(_:)``.
    typealias Seat = Int

    private enum Awaited {
        case envelope(SMTPAttempt.Step), text
        /// To an empty text, which a server wants though it refused sender or recipient (RFC 2920 section 3.1); it is to nobody's message.
        case nothing
        case reset
    }

    let seat: Seat
    let line: SMTPLine
    private let patience: SMTPPatience
    private let answers: SMTPAnswers
    private var text: SMTPAttempt?
    private var textBegan = ContinuousClock.now
    /// How much of what is still to be sent follows the text.
    private var behindText = 0
    private var envelope: SMTPAttempt?
    private var awaited: [Awaited] = []
    private var lastWord = ContinuousClock.now
    private var hasCarried = false
    /// Whether an outcome was told that is not noted yet.
    private(set) var isHeld = false
    private var isQuick = false
    /// Whether the line is given up as soon as the message under way is answered.
    private var isLast = false

    /// From a server that takes longer for a message the next one is kept back: it would grow old behind it.
    private static let quick = Duration.milliseconds(300)

    init(_ line: SMTPLine, seat: Seat, patience: SMTPPatience, answers: SMTPAnswers) {
        self.line = line
        self.seat = seat
        self.patience = patience
        self.answers = answers
    }

    /// Whether nothing is under way and nothing waits to be noted.
    var isIdle: Bool { isAtRest && !isHeld && !isLast }

    /// Whether the line may be given another message.
    var isFree: Bool {
        guard envelope == nil, !isLast else { return false }
        return text == nil ? awaited.isEmpty : line.takesSeveral && isQuick
    }

    /// Whether no message is on it.
    var isAtRest: Bool { text == nil && envelope == nil && awaited.isEmpty }

    /// Whether the next message has to wait for the one before.
    private var isBehind: Bool { text != nil || isHeld }

    var isWaitingToSay: Bool { line.backlog > 0 }
    var isWaitingToHear: Bool { !awaited.isEmpty }

    /// When something has to have happened; nil while nobody waits.
    var deadline: ContinuousClock.Instant? {
        var first = text?.end
        func heed(_ moment: ContinuousClock.Instant?) { if let moment { first = min(first ?? moment, moment) } }
        heed(envelope?.end)
        if isWaitingToHear || isWaitingToSay { heed(lastWord + .seconds(patience.answering)) }
        if isBehind { heed(envelope?.handover.latest) }
        return first
    }

    func take(_ handover: Handover, at now: ContinuousClock.Instant) {
        let attempt = SMTPAttempt(handover, wasKept: hasCarried, end: now + .seconds(patience.whole))
        hasCarried = true
        envelope = attempt
        if awaited.isEmpty { lastWord = now }
        for step in line.takesSeveral ? [SMTPAttempt.Step.mail, .recipient, .data] : [.mail] { say(step, of: attempt) }
    }

    /// The outcome was noted: the next text may go. What could not be noted ends the line, so that it does not leave a second one unnoted.
    func release(isNoted: Bool, at now: ContinuousClock.Instant) throws(SMTPLine.Broken) {
        isHeld = false
        guard isNoted else {
            handBack()
            throw .over
        }
        if isLast, !isBehind { throw .over }
        beginText(at: now)
    }

    /// Sends what can be sent.
    func flush(at now: ContinuousClock.Instant) throws(SMTPLine.Broken) {
        guard isWaitingToSay else { return }
        let backlog = line.backlog
        try line.flush()
        if line.backlog < backlog { lastWord = now }
        if line.backlog <= behindText { text?.hasEnded = true }
        if awaited.count > 1 { line.hurry() }
    }

    /// Hears what has come, and goes on from there.
    func hear(at now: ContinuousClock.Instant) throws(SMTPLine.Broken) {
        while !awaited.isEmpty, let reply = try line.hear() {
            lastWord = now
            switch awaited.removeFirst() {
            case .text: try endText(reply, at: now)
            case .envelope(let step): try heed(step, reply, at: now)
            case .nothing: try refuse()
            case .reset: guard reply.isYes else { throw .lost(CURLE_GOT_NOTHING) }
            }
        }
    }

    /// Gives up what took too long.
    func look(at now: ContinuousClock.Instant) throws(SMTPLine.Broken) {
        if isBehind, let next = envelope, next.handover.latest <= now { handBack() }
        if isLast, !isBehind { throw .over }
        if isWaitingToHear || isWaitingToSay, lastWord + .seconds(patience.answering) <= now { throw .silent }
        if let text, text.end <= now { throw .silent }
        if let envelope, envelope.end <= now { throw .silent }
    }

    /// Takes its leave; the answer is not waited for.
    func leave() {
        guard isAtRest, !isWaitingToSay else { return }
        line.say("QUIT\r\n".utf8)
        try? line.flush()
    }

    /// Answers what was under way. Gives what has to be tried on another line, since this one had been left before anything of it went out.
    func end(_ broken: SMTPLine.Broken) -> Handover? {
        let last = text, next = envelope
        (text, envelope, awaited) = (nil, nil, [])
        if let last { answers.add(last.outcome(broken: broken, isBehind: false), of: last.handover) }
        guard let next else { return nil }
        let outcome = next.outcome(broken: broken, isBehind: last != nil)
        if outcome.isStale { return next.handover }
        answers.add(outcome, of: next.handover)
        return nil
    }
}

extension SMTPSession {
    /// Gives the next message back untried. There is no way back once a server waits for a text, so that the line ends, too.
    private func handBack() {
        guard let next = envelope else { return }
        (envelope, isLast) = (nil, true)
        answers.add(next.refusal.map { SMTPOutcome(refused: $0.step, $0.reply, next) } ?? .notTried, of: next.handover)
    }

    private func say(_ step: SMTPAttempt.Step, of attempt: SMTPAttempt) {
        let words = attempt.command(step).utf8
        line.say(words)
        if text != nil { behindText += words.count }
        awaited.append(.envelope(step))
    }

    private func heed(_ step: SMTPAttempt.Step, _ reply: SMTPReply, at now: ContinuousClock.Instant) throws(SMTPLine.Broken) {
        // it was handed back meanwhile
        guard let attempt = envelope else { return }
        let isSaid = attempt.heed(step, reply, isPipelined: line.takesSeveral)
        guard isSaid else {
            if !line.takesSeveral { say(step == .mail ? .recipient : .data, of: attempt) }
            return
        }
        guard attempt.refusal != nil else { return beginText(at: now) }
        guard attempt.isAwaited else { return try refuse() }
        line.say(".\r\n".utf8)
        awaited.append(.nothing)
    }

    /// The server said no before the text. Another message may follow once it has forgotten this one.
    private func refuse() throws(SMTPLine.Broken) {
        guard let attempt = envelope, let refusal = attempt.refusal else { return }
        if refusal.reply.code == 421 { throw .lost(CURLE_GOT_NOTHING) }
        envelope = nil
        answers.add(SMTPOutcome(refused: refusal.step, refusal.reply, attempt), of: attempt.handover)
        line.say("RSET\r\n".utf8)
        awaited.append(.reset)
    }

    private func beginText(at now: ContinuousClock.Instant) {
        guard text == nil, !isHeld, let attempt = envelope, attempt.isAwaited, attempt.refusal == nil else { return }
        envelope = nil
        attempt.hasBegun = true
        (textBegan, lastWord, behindText) = (now, now, 0)
        line.say(SMTPText(attempt.handover.bytes))
        awaited.append(.text)
        text = attempt
    }

    private func endText(_ reply: SMTPReply, at now: ContinuousClock.Instant) throws(SMTPLine.Broken) {
        guard let attempt = text else { return }
        text = nil
        attempt.last = reply
        isQuick = textBegan.duration(to: now) < Self.quick
        if reply.isYes {
            isHeld = true
            answers.add(SMTPOutcome(taken: attempt), of: attempt.handover, seat: seat)
        } else {
            answers.add(SMTPOutcome(refused: .text, reply, attempt), of: attempt.handover)
            if reply.code == 421 { throw .lost(CURLE_GOT_NOTHING) }
            beginText(at: now)
        }
    }
}
