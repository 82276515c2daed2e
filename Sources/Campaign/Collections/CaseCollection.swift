package import Documents

/// Cases that are written for together for some weeks, each year's marathon of letters for instance: one page, one pack, one return.
package struct CaseCollection: Sendable, Equatable {
    package typealias ID = Campaign.ID<CaseCollection>

    package let id: ID
    package let section: Section.Code
    /// The name in its address; no personal name belongs there.
    package let slug: String
    package var startsOn: Day
    package var endsOn: Day
    /// For how many days after the end paper returns are still taken, marked late.
    package var lateDays: Int
    /// Pupils write: first names only, the school as sender, counted by the school's code.
    package var isForSchools: Bool
    package var isPublic: Bool
    package var texts: [Language: Words]
    /// The actions in the order in which they are shown.
    package var cases: [Reference]

    package struct Words: Sendable, Equatable {
        package let title: String
        /// Paragraphs.
        package let words: [String]

        package init(title: String, words: [String]) {
            self.title = title
            self.words = words
        }
    }

    /// How many cases one page, one pack and one form hold.
    package static let caseLimit = 12

    /// The last day on which returns are taken.
    package var takenUntil: Day { endsOn.adding(days: lateDays) }

    package func takesReturns(on today: Day) -> Bool { startsOn <= today && today <= takenUntil }

    /// The words in the first of `languages` there are any in, else in any.
    package func text(in languages: [Language]) -> (language: Language, words: Words)? {
        (languages + texts.keys.sorted { $0.rawValue < $1.rawValue }).lazy.compactMap { language in texts[language].map { (language, $0) } }.first
    }

    /// A name for an address: small letters, digits and dashes between them.
    package static func isSlug(_ text: String) -> Bool {
        (3...60).contains(text.count) && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
            && !text.hasPrefix("-") && !text.hasSuffix("-")
    }
}

/// Until when reports are taken for a case of a collection, whatever its own days say.
package struct ReturnWindow: Sendable, Equatable {
    package let endsOn: Day
    package let takenUntil: Day

    package init(_ collection: CaseCollection) {
        endsOn = collection.endsOn
        takenUntil = collection.takenUntil
    }
}

/// What was counted for a collection between its first day and the last for returns.
package struct CollectionTotals: Sendable, Equatable {
    package let cases: [Reference: Int]
    /// By where groups said they are; empty for what came without a place.
    package let places: [String: Int]
    /// By the code of the group, for the section alone.
    package let groups: [String: Int]

    package var all: Int { cases.values.reduce(0, +) }
}
