import Storage

/// What a staff member is told by. It never leaves the operations that compare it.
struct StaffSecrets: Sendable {
    let id: StaffMember.ID
    let passwordHash: String?
    /// The phone's secret, sealed for ``place(of:)``.
    let timeCode: Sealed?
    /// The last step whose code was used.
    let lastStep: Int64?
    let wrongAttempts: Int
    let wrongAt: Instant?

    static func place(of member: StaffMember.ID) -> String { "staff \(member.text)" }

    /// From when on the next attempt counts; `now` when nothing holds it back.
    func blockedUntil(at now: Instant) -> Instant {
        let wait = StaffTimes.wait(after: wrongAttempts)
        guard wait > 0, let wrongAt else { return now }
        return max(now, wrongAt.adding(seconds: wait))
    }
}
