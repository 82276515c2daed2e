package import Documents
import Storage

/// What a section decided about an output of the international section.
package struct Adoption: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable, Bindable, Readable {
        /// Published as the international section says it.
        case adopted
        /// Published with words, copies, languages or a day of the section's own.
        case adapted
        /// Not published by this section.
        case declined
    }

    package let section: Section.Code
    package let state: State
    /// Why it is not published; for staff.
    package let reason: String?
    /// The section's own last day for letters, earlier or later than the international one; nil where that one holds.
    package let actUntil: Day?
    /// The languages the section publishes the output in; empty for all there are.
    package let languages: [Language]
    /// What the international section said when somebody of the section last looked.
    package let seen: Upstream
    package let seenAt: Instant
    package let by: String
    package let at: Instant
}

extension Output {
    /// What the section decided about this output; nil while nobody did.
    package func adoption(of section: Section.Code) -> Adoption? {
        adoptions.first { $0.section == section }
    }

    /// Whether the section made its own edition, by importing a document or by adapting.
    package func hasOwnEdition(of section: Section.Code) -> Bool {
        editions.contains { $0.section == section }
    }
}

/// The last day on which letters are wanted, of all the days that were said.
enum LastDay {
    /// A section's own day stands, whatever the international section says later; what the section itself extended it to comes on top.
    static func of(document: Day?, own: Day?, extensions: [(section: Section.Code, until: Day)], for section: Section.Code) -> Day? {
        let holding = extensions.filter { $0.section == section || (own == nil && $0.section == .international) }
        return ([own ?? document] + holding.map(\.until)).compactMap { $0 }.max()
    }
}
