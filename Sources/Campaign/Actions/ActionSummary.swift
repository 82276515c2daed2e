package import Documents

/// What a list shows of an action: its latest output in short.
package struct ActionSummary: Sendable, Equatable {
    package let reference: Reference
    package let countries: [Country]
    package let isInvented: Bool
    package let ordinal: Int
    package let kind: OutputKind
    package let issuedOn: Day?
    /// For readers of the section that was asked for: its own day, else the document's, or the latest it was extended to.
    package let actUntil: Day?
    package let ending: Ending?
    package let outcome: Outcome?
    package let archive: ArchivePlace
    package let headlines: [Headline]
    /// Appeals counted for the whole action by reports made here.
    package let appeals: Int
    /// The sections that have an edition of any of its outputs.
    package let sections: Set<Section.Code>
    package let topics: Set<Topic>

    package struct Headline: Sendable, Equatable {
        package let language: Language
        package let headline: String?
        package let call: String?
        package let lead: String?
    }

    /// The words in the first of `languages` there are any in, else English, else any.
    package func headline(in languages: [Language]) -> Headline? {
        let wanted = languages + [Language(rawValue: "en")]
        return wanted.lazy.compactMap { language in headlines.first { $0.language == language } }.first ?? headlines.first
    }

    package func isShown(by section: Section.Code) -> Bool {
        section == .international || sections.contains(section) || sections.contains(.international)
    }

    /// Whether its latest output takes letters on `today`.
    package func takesLetters(on today: Day) -> Bool {
        guard kind.asksForLetters, let actUntil, today <= actUntil else { return false }
        guard let ending else { return true }
        return ending.on.map { $0 > today } ?? false
    }
}
