/// A staff member at the desk: the token for the browser's cookie. We keep its hash only.
package struct StaffSession: Sendable, Equatable {
    package let token: String
    package let endsAt: Instant
}

/// Who is at the desk now.
package struct AtDesk: Sendable {
    package let member: StaffMember
    /// The hash of the session's token: names the session on the page that lists them, and opens nothing.
    package let session: String
    /// When a code was typed last.
    let provedAt: Instant
    let seenAt: Instant

    /// Whether a code was typed so short a while ago that what cannot be undone may be done.
    package func isProved(at now: Instant) -> Bool { now < provedAt.adding(seconds: StaffTimes.proofSeconds) }

    /// Throws `StaffRefusal.notAllowed`.
    package func require(_ deed: Deed, in section: Section.Code) throws(StaffRefusal) {
        guard member.duties.allow(deed, in: section) else { throw .notAllowed }
    }
}

/// A session as its owner sees it in the list.
package struct OpenSession: Sendable, Equatable {
    package let hash: String
    package let startedAt: Instant
    package let seenAt: Instant
    /// What the browser says it is, shortened; to tell one's phone from a stranger.
    package let browser: String
}
