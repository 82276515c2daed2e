package import Documents

/// That somebody looks at one place where an open action addresses an office whose holder changed: the new one is taken, or what is printed is left.
package struct OfficeTask: Sendable, Equatable {
    package typealias ID = Campaign.ID<OfficeTask>

    package enum Answer: String, Sendable, CaseIterable { case accepted, left }

    package let id: ID
    package let reference: Reference
    package let ordinal: Int
    package let section: Section.Code
    package let key: String
    package let titles: Wordings
    /// As the output prints it now; nil where it names nobody.
    package let printed: String?
    /// The new holder, as an envelope has it.
    package let holder: String
}
