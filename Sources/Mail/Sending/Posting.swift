package import Documents

/// A finished message, between whom it travels, and who is told what became of it.
package struct Posting: Sendable {
    /// The whole message, its lines ended by CRLF.
    let bytes: [UInt8]
    /// Where a bounce goes (the return path).
    let sender: MailAddress
    let recipient: MailAddress
    /// Called once, from any thread; it must not wait.
    let told: @Sendable (Receipt) -> Void

    package init(bytes: [UInt8], sender: MailAddress, recipient: MailAddress, told: @escaping @Sendable (Receipt) -> Void) {
        self.bytes = bytes
        self.sender = sender
        self.recipient = recipient
        self.told = told
    }
}

/// What became of a message. Whoever is given one says what became of that in turn: until then the line which took the message ends no other.
package struct Receipt: Sendable {
    package let verdict: Verdict
    private let line: (inbox: SMTPInbox, seat: SMTPSession.Seat)?

    /// Where no line waits.
    package init(_ verdict: Verdict) {
        self.verdict = verdict
        line = nil
    }

    init(_ answered: Handover.Answered, _ inbox: SMTPInbox) {
        verdict = answered.outcome.verdict
        line = answered.seat.map { (inbox, $0) }
    }

    /// - Parameter isNoted: what could not be noted ends the line that took the message.
    package func release(isNoted: Bool) {
        if let line { line.inbox.release(line.seat, isNoted: isNoted) }
    }
}
