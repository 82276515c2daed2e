import Storage

/// That nothing may be sent to an address, known by its keyed hash alone. It outlives the supporter.
package struct Suppression: Sendable, Equatable {
    package enum Reason: String, Sendable, Codable, CaseIterable, Bindable, Readable {
        case unsubscribed, bounced, complained, erased, staff

        /// The person's own wish: theirs to take back. The others are for a coordinator to clear.
        package var isOwnWish: Bool { self == .unsubscribed || self == .erased }
    }

    package let lookup: String
    package let section: Section.Code
    package let reason: Reason
    /// What a mail server said, for a coordinator. Never an address.
    package let detail: String
    package let at: Instant

    package init(lookup: String, section: Section.Code, reason: Reason, detail: String = "", at: Instant) {
        self.lookup = lookup
        self.section = section
        self.reason = reason
        self.detail = detail
        self.at = at
    }
}
