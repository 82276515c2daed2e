package import Documents
import Storage

/// One mailing of a section about one output. It is a draft until staff approve it; nothing sends itself.
package struct Alert: Sendable, Equatable {
    package typealias ID = Campaign.ID<Alert>

    package enum State: String, Sendable, CaseIterable, Bindable, Readable {
        case draft, approved, selecting, sending, done, stopped

        /// Whether what it says may still go out.
        var isGoing: Bool { self == .approved || self == .selecting || self == .sending }
    }

    /// What it tells of. An outcome is worded by what happened.
    package enum Kind: String, Sendable, Codable, CaseIterable, Bindable, Readable {
        case first, update, outcome, deadline
        case lastCall = "last_call"
        case correction, information

        /// Whether it tells of an act-until day, and is another alert for another day.
        var isAboutADay: Bool { self == .deadline || self == .lastCall }

        /// Whether it asks people to write, so that it is pointless once letters are over.
        var asksForLetters: Bool { [.first, .update, .deadline, .lastCall].contains(self) }
    }

    package let id: ID
    package let section: Section.Code
    package let output: Output.ID
    package let kind: Kind
    /// The act-until day that an extension or a last call tells of; nil for all other kinds.
    package let aboutDay: Day?
    package let state: State
    /// Whether it also goes, at once and at any pace, to those on the same-day list.
    package let isSameDay: Bool
    /// Whom it is for besides followers: those who write alone, or with a group; nil for both.
    package let network: Network?
    package let createdAt: Instant
    package let approvedAt: Instant?
    package let approvedBy: String?
    package let stoppedAt: Instant?
    package let stoppedBy: String?
    package var checks = AlertChecks()
}
