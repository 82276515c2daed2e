/// What a button on the page of a mailed link did.
package struct Confirmation: Sendable, Equatable {
    package let supporter: Supporter.ID
    /// Whether it had been done before by the same link.
    package let isRepeated: Bool
}
