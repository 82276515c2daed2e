/// What became of handovers, until they are told: several together, so that whoever notes them notes many at once.
final class SMTPAnswers {
    private var answers: [(told: @Sendable (Handover.Answered) -> Void, answered: Handover.Answered)] = []
    private var since = ContinuousClock.now

    /// How long the first waits for others, in milliseconds.
    static let wait = CInt(1)

    var isEmpty: Bool { answers.isEmpty }

    func add(_ outcome: SMTPOutcome, of handover: Handover, seat: SMTPSession.Seat? = nil) {
        if answers.isEmpty { since = .now }
        answers.append((handover.told, Handover.Answered(outcome: outcome, seat: seat)))
    }

    /// Tells them when half of the lines have one, or the first has waited: while these are noted the other half is at work.
    func tell(ofLines lines: Int) {
        if 2 * answers.count >= lines || since + .milliseconds(Int64(Self.wait)) <= .now { tell() }
    }

    func tell() {
        let told = answers
        answers = []
        for answer in told { answer.told(answer.answered) }
    }
}
