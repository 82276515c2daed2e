package import Documents

/// A wish to be told, already read and within bounds.
package struct SignUpRequest: Sendable, Equatable {
    package let address: MailAddress
    package let section: Section
    package let preferences: Preferences
    /// The first day on which alerts are wanted; nil for at once.
    package let pausedUntil: Day?
    /// An action to follow from the moment of confirming.
    package let follow: FollowWish?
    /// For text messages of the same-day list; a code goes there once the address is confirmed.
    package let phone: MobileNumber?

    /// Throws a problem of the field `address` for what is no address: with a line end in it, for instance.
    package init(
        address: String?, section: Section, preferences: Preferences, pausedUntil: Day? = nil, follow: FollowWish? = nil,
        phone: MobileNumber? = nil
    ) throws(FormProblems) {
        self.address = try MailAddress(typed: address)
        self.section = section
        self.preferences = preferences
        self.pausedUntil = pausedUntil
        self.follow = follow
        self.phone = phone
    }
}

/// An action somebody wants to hear about.
package struct FollowWish: Sendable, Equatable {
    package let reference: Reference
    /// Only how it ends, not what happens on the way.
    package let onlyOutcome: Bool

    package init(_ reference: Reference, onlyOutcome: Bool = false) {
        self.reference = reference
        self.onlyOutcome = onlyOutcome
    }
}
