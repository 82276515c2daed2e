package import Documents
import Storage

/// A document that somebody pasted or uploaded at the desk, from its arrival until a person accepts or declines it.
package struct Review: Sendable, Equatable {
    package typealias ID = Campaign.ID<Review>

    package enum State: String, Sendable, CaseIterable, Bindable, Readable {
        case waiting, reading, read
        /// It could not be read; why stands beside it, and its bytes are gone.
        case refused
        case accepted, declined

        package var isUnderWay: Bool { self == .waiting || self == .reading }
        package var isDecided: Bool { self == .accepted || self == .declined }
    }

    package let id: ID
    package let section: Section.Code
    /// The base name of the file; empty for pasted text and for what was decided.
    package let name: String
    package let sha256: String
    package let state: State
    package let trouble: ReviewTrouble?
    /// Grows with every change, so that nobody overwrites what another mended meanwhile.
    package let revision: Int
    package let takenAt: Instant
    /// The id of a staff member.
    package let takenBy: String
    package let decidedBy: String?
    package let decidedAt: Instant?
    /// What it became part of, once it was accepted; or what its bytes are part of already.
    package let place: Place?

    package struct Place: Sendable, Equatable {
        package let reference: Reference
        package let ordinal: Int
    }
}

/// What a review shows of one document: its lines, what was understood, and what a person made of that.
package struct ReviewedDocument: Sendable, Equatable {
    package let review: Review
    package let lines: [SourceLine]
    package let reading: DraftReading
    /// The draft as it was mended; as it was read until then.
    package let draft: ActionDraft
    /// Places of findings, in the reading's list, that somebody looked at and accepts.
    package let settled: Set<Int>
    /// False once its file had to go because of a name in it.
    package let hasFile: Bool

    /// Findings of so little confidence that a person has to look before anything is accepted.
    package var unsure: [Int] { reading.findings.indices.filter { reading.findings[$0].confidence < Finding.threshold } }

    /// The same document with what somebody typed and has not saved.
    package func with(_ draft: ActionDraft, settled: Set<Int>? = nil) -> ReviewedDocument {
        ReviewedDocument(review: review, lines: lines, reading: reading, draft: draft, settled: settled ?? self.settled, hasFile: hasFile)
    }
}

/// A line of the document as the recognisers saw it. Columns of one line share its number.
package struct SourceLine: Sendable, Equatable, Codable {
    package let number: Int
    package let text: String

    package init(number: Int, text: String) {
        self.number = number
        self.text = text
    }
}
