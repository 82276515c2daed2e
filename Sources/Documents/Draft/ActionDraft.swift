/// What one document says of an urgent action, and nothing that it does not say.
///
/// Nil and empty mean the text does not say it. The keys are those of `import/draft.schema.json`; what can be derived
/// from the letters and the background (first words, languages) is written out for the scorer and not read back.
package struct ActionDraft: Hashable, Sendable {
    /// The language of the document's own text, not of the page around it.
    package var language: Language?
    package var publisher: String?
    package var kind: OutputKind?
    /// As printed: "UA 119/21", "106.23", "FI 104/19-5".
    package var reference: String?
    package var series: Series?
    package var caseNumber: Int?
    package var caseYear: Int?
    /// 1 is the first output; nil where no word says it.
    package var outputOrdinal: Int?
    package var isFinal: Bool?
    /// As printed.
    package var indexCode: String?
    package var country: Country?
    package var title: String?
    package var subjectNames: [String] = []
    package var pronoun: String?
    package var issueDate: Day?
    package var expiryDate: Day?
    package var endedDate: Day?
    /// The day of the event that an outcome tells of; never the day of issue.
    package var eventDate: Day?
    package var outcome: Outcome?
    package var endReason: EndReason?
    package var preferredLanguages: [Language] = []
    package var ownLanguageOK: Bool?
    package var summary: String?
    package var call: String?
    package var instructions: [String] = []
    package var postalNote: String?
    package var safetyNote: String?
    package var targets: [Target] = []
    package var letters: [Letter] = []
    package var demands: [String] = []
    package var socialPosts: [String] = []
    package var background: String?
    package var outcomeText: String?
    /// The link to the previous output, or its reference.
    package var previousReference: String?
    package var actionCount: Int?
    package var downloads: [Download] = []
    package var topics: [String] = []
    /// Further actions in the same input.
    package var additionalRecords: [ActionDraft] = []

    package init() {}
}

extension ActionDraft {
    /// The reference as a value, where series, number and year are all known.
    package var caseReference: Reference? {
        guard let series, let caseNumber, let caseYear else { return nil }
        return Reference(series: series, serial: caseNumber, year: caseYear)
    }

    /// The first words of the first letter, after its greeting.
    package var letterFirstWords: String? { letters.first.map { Self.firstWords(of: $0.body) } }

    package var backgroundFirstWords: String? { background.map(Self.firstWords) }

    package var outcomeFirstWords: String? { outcomeText.map(Self.firstWords) }

    private static func firstWords(of text: String) -> String { String(text.prefix(60)) }
}
