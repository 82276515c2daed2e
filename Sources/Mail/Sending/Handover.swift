/// A message on its way to a line.
final class Handover: Sendable {
    let bytes: [UInt8]
    let sender: String
    let recipient: String
    /// Whoever handed it over looked at it just before; until then its text has begun, or it is handed back untried.
    let latest: ContinuousClock.Instant
    let told: @Sendable (Answered) -> Void

    init(
        bytes: [UInt8], sender: String, recipient: String, latest: ContinuousClock.Instant, told: @escaping @Sendable (Answered) -> Void
    ) {
        self.bytes = bytes
        self.sender = sender
        self.recipient = recipient
        self.latest = latest
        self.told = told
    }

    /// How it went, and which line waits for that to be noted; nil when none does.
    struct Answered: Sendable {
        let outcome: SMTPOutcome
        let seat: SMTPSession.Seat?
    }
}
