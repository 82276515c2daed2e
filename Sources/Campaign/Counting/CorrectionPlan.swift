package import Documents

/// What a correction would do: how many entries it touches, and which total becomes what.
package struct CorrectionPlan: Sendable, Equatable {
    package struct Change: Sendable, Equatable {
        package let reference: Reference
        /// Whether it is about what was counted elsewhere, which is shown apart.
        package let isElsewhere: Bool
        package let before: Int
        package let after: Int
    }

    package let entries: Int
    package let appeals: Int
    package let changes: [Change]
    /// Names exactly these entries, so that what is confirmed is what was shown.
    package let digest: String
}
