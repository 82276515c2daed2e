package import Documents
import Foundation
import Storage

/// What an official answered, as somebody who got it handed it in: the letter as pictures, what it says, who wrote it and when it came.
///
/// Nothing says who handed it in, and it counts nowhere as an appeal.
package struct Reply: Sendable, Equatable {
    package typealias ID = Campaign.ID<Reply>

    package enum State: String, Sendable, CaseIterable, Bindable, Readable {
        /// Nobody has looked at it; only the section's staff see it, and its pages are as they came.
        case waiting
        /// On the page of its action.
        case published
        /// Kept for staff.
        case kept
        /// It was none, or nothing for us: no word and no picture of it is left.
        case refused

        package var isDecided: Bool { self != .waiting }
    }

    package let id: ID
    package let reference: Reference
    package let section: Section.Code
    package let state: State
    /// Whether other sections have it too: on their pages when it is published, at their desks when it is kept.
    package let isShared: Bool
    /// Who answered, in words; empty where nobody knows.
    package let office: String
    /// The language of the letter; nil where nobody knows.
    package let language: Language?
    package let receivedOn: Day?
    /// Grows with every change, so that nobody overwrites what a colleague did meanwhile.
    package let revision: Int
    package let handedOn: Day
    /// Whether staff handed it in.
    package let isFromDesk: Bool
    package let decidedBy: String?
    /// On which day somebody looks whether it is still needed.
    package let lookAgainOn: Day?
    /// What it says: word for word in its own language, and what it says in others.
    package var texts: [Language: String] = [:]
    package var scans: [Scan] = []

    /// A page of the letter; its picture is read apart.
    package struct Scan: Sendable, Equatable {
        package let position: Int
        package let width: Int
        package let height: Int
        /// What becomes black with the decision; after it, nothing is left to hide.
        package let hidden: [Blackening]
    }

    /// The words in the first of some languages there are any in; those of the letter itself else.
    package func text(in languages: [Language]) -> (language: Language, words: String)? {
        let order = languages + [language].compactMap { $0 } + texts.keys.sorted { $0.rawValue < $1.rawValue }
        return order.lazy.compactMap { language in texts[language].map { (language, $0) } }.first
    }
}

extension Language {
    /// For words of which nobody knows in what language they are (BCP 47).
    package static let undetermined: Language = "und"
}

extension Instant {
    /// Beside what supporters hand in there are days and no moments, the same for every section.
    var utcDay: Day { day(in: .gmt) }
}
