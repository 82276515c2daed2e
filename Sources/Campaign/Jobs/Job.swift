import Storage

/// Something to be done later by whichever process comes first. It holds identifiers only: what they stand for is read when it is done,
/// so that what changed in between counts.
///
/// A job may be done twice, when a process ends between the work and the note of it; whoever does it makes that harmless.
package struct Job: Sendable, Equatable {
    package typealias ID = Campaign.ID<Job>

    package enum State: String, Sendable, CaseIterable, Bindable, Readable { case waiting, running, dead }

    package let id: ID
    /// Which work it is, such as "alert.select"; stable, for it lies in rows.
    package let kind: String
    /// What the work is about, as its kind understands it.
    package let subject: String
    /// The smaller number goes first.
    package let priority: Int
    package let state: State
    package let dueAt: Instant
    /// How often it was begun.
    package let attempts: Int
    /// Why the last attempt failed, without anybody's words.
    package let failure: String?
    package let createdAt: Instant
}

extension Job {
    /// Before everything else: somebody waits for it.
    package static let soon = 0
    package static let usual = 5
    /// When there is nothing better to do: tidying up.
    package static let whenIdle = 9

    /// Attempts before a job is put on the list of the dead, where staff see it. With `RetryDelay` that is about a day and a half.
    static let attemptsAtMost = 12
    /// A job is another's again when its worker has not been heard of for so long.
    static let leaseSeconds = 30
}
