package import Documents
import Storage

/// What somebody tells us they sent. It has no supporter: who wrote for whom is not known here.
package struct Report: Sendable, Equatable {
    package typealias ID = Campaign.ID<Report>

    package let id: ID
    package let output: Output.ID
    package let section: Section.Code
    package let channel: Channel
    /// Appeals sent. Negative only in an entry that voids another.
    package let quantity: Int
    package let source: ReportSource
    /// Whether it came after the last day for letters.
    package let isLate: Bool
    /// SHA-256 of the token that makes a retry harmless; the token itself is not kept.
    package let tokenHash: String
    package let reportedOn: Day
    package let reportedAt: Instant
    /// The group that made it, for a report of a group.
    package var group: WritingGroup.ID?
    /// The entry that this one takes back.
    package var voids: ID?
    /// That it is held apart from the moment it is entered.
    var hold: Hold?

    /// How many appeals one press of the button may tell of.
    package static let quantities = 1...500
    /// How many a group may tell of in one line.
    package static let groupQuantities = 1...5_000
}

/// How a report reached us.
package enum ReportSource: String, Sendable, Codable, CaseIterable, Bindable, Readable {
    case form, group, paper
    /// A count printed on an imported page: shown apart, since this server did not count it.
    case `import`
    case program
}
