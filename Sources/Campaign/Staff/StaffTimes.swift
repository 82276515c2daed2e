/// How long things of the desk hold, each with its reason.
enum StaffTimes {
    /// An invitation goes over another channel and may lie there over a weekend.
    static let invitationSeconds = 3 * 86_400
    /// A working day; nobody signs in twice on one.
    static let sessionSeconds = 12 * 3_600
    /// A desk left alone for so long may have somebody else before it.
    static let idleSeconds = 2 * 3_600
    /// For what cannot be undone, a code this young is asked for: time for a few steps in a row, and not for a coffee.
    static let proofSeconds = 10 * 60
    /// So many wrong attempts are a bad day; from then on each costs twice the wait of the one before.
    static let freeAttempts = 5
    static let longestWaitSeconds = 3_600

    /// How long the next attempt has to wait after so many wrong ones in a row.
    static func wait(after attempts: Int) -> Int {
        attempts < freeAttempts ? 0 : min(longestWaitSeconds, 30 << min(attempts - freeAttempts, 10))
    }
}
