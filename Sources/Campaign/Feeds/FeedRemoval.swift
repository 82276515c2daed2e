package import Documents

/// An output that was taken down.
package struct FeedRemoval: Sendable {
    package let reference: Reference
    package let year: Int
    package let ordinal: Int
    package let revision: Int
    package let actUntil: Day?
    package let at: Instant
}
