package import Documents

/// What My urgent actions shows to the one it belongs to.
package struct SupporterAtHome: Sendable, Equatable {
    /// From how many days before its last an action is due soon.
    package static let soonDays = 7

    package let supporter: Supporter
    /// As it was given; nil for somebody who gave none.
    package let address: MailAddress?
    /// The number of the same-day list; nil for somebody who gave none.
    package var phone: MobileNumber?
    /// Since when other programs of the section may know who they are; nil while they may not.
    package var sharingSince: Day?
    /// Whether mail to the address was stopped, and why.
    package let suppressed: Suppression.Reason?
    /// What they follow, the nearest deadline first, then what no longer takes letters. Withdrawn actions are not among them.
    package let follows: [FollowedAction]
    /// Actions they follow or asked for by their choices, that take letters for a week more at most, nearest deadline first.
    package let dueSoon: [ActionSummary]
    /// Their reports, newest first; empty unless history is on.
    package let history: [RememberedReport]
}

package struct FollowedAction: Sendable, Equatable {
    package let action: ActionSummary
    package let onlyOutcome: Bool
    package let since: Day
}

/// A report of somebody who keeps a history.
package struct RememberedReport: Sendable, Equatable {
    package let reference: Reference
    package let ordinal: Int
    package let channel: Channel
    package let quantity: Int
    package let on: Day
    package let isLate: Bool
    /// Taken down since: its page answers 410, so do not lead there.
    package let isWithdrawn: Bool
}
