/// Somebody who is signed in: the token for the browser's cookie. We keep its hash only.
package struct SupporterSession: Sendable, Equatable {
    package let token: String
    package let supporter: Supporter.ID
    package let endsAt: Instant
}
