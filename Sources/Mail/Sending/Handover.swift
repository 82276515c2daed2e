/// A message on its way to a line, and where its outcome is awaited.
struct Handover: Sendable {
    let bytes: [UInt8]
    let sender: String
    let recipient: String
    /// Whoever handed it over looked at it just before; until then its text has begun, or it is handed back untried.
    let latest: ContinuousClock.Instant
    let answer: CheckedContinuation<Answered, Never>

    /// How it went, and which line waits for that to be noted; nil when none does.
    struct Answered: Sendable {
        let outcome: SMTPOutcome
        let seat: SMTPSession.Seat?
    }

    func resume(_ outcome: SMTPOutcome, seat: SMTPSession.Seat? = nil) {
        answer.resume(returning: Answered(outcome: outcome, seat: seat))
    }
}
