/// One output as a feed tells it.
package struct FeedOutput: Sendable {
    package let action: Action
    package let ordinal: Int
    package let published: Instant
    /// When anything of the action last changed.
    package let changed: Instant
}
