/// People who write together: a letter evening, a school class, a choir. Who belongs to it is not known here.
package struct WritingGroup: Sendable, Equatable {
    package typealias ID = Campaign.ID<WritingGroup>

    package let id: ID
    package let section: Section.Code
    package let code: GroupCode
    package let name: String
    /// Where it writes, as a place is called; nil when nobody said.
    package var place: String?
    /// Whether pupils write: they are counted by its code alone.
    package var isSchool = false

    /// Bytes of a name; more would not fit on a sign-in sheet.
    package static let nameLimit = 120
}

/// What a section sees of one of its groups.
package struct GroupTotal: Sendable, Equatable {
    package let group: WritingGroup
    package let reports: Int
    package let appeals: Int
}
