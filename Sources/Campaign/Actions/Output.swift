package import Documents

/// One published document of an action.
///
/// It keeps four dates that are never mixed (handbook 1.6): when it was issued, the last day on which letters are wanted,
/// when it ended, and when the event it tells of happened. Each is nil until somebody says it.
package struct Output: Sendable, Equatable {
    package typealias ID = Campaign.ID<Output>

    package let id: ID
    package let ordinal: Int
    package let kind: OutputKind
    package let isFinal: Bool
    package let indexCode: IndexCode?
    package let issuedOn: Day?
    /// The last day for letters as the document says it, inclusive. What counts for readers is `actUntil(for:)`.
    package let actUntilInDocument: Day?
    package let ending: Ending?
    package let outcome: Outcome?
    /// When what the outcome tells of happened; never the day of issue, never the day letters ended.
    package let eventOn: Day?
    package let preferredLanguages: [Language]
    package let ownLanguageWelcome: Bool?
    /// The address of the document before this one, as printed.
    package let previousLink: String?
    package let publishedAt: Instant?
    package var texts: [Text]
    package let letters: [ModelLetter]
    package let socialPosts: [String]
    package let editions: [Edition]
    /// In the order in which they were made.
    package var extensions: [DeadlineExtension] = []
    /// What is said of it besides its text, language by language.
    package var notes: [OutputNote] = []
    /// The output whose mistake this one sets right.
    package var corrects: ID?
    package var audience = OutputAudience.everybody
    /// What sections decided about it.
    package var adoptions: [Adoption] = []

    /// The text in the first of `languages` there is one in, else in English, else any.
    package func text(in languages: [Language]) -> Text? {
        let wanted = languages + [Language(rawValue: "en")]
        return wanted.lazy.compactMap { language in texts.first { $0.language == language } }.first ?? texts.first
    }
}

/// That an output ended, apart from its deadline. The day stays nil until somebody says it.
package struct Ending: Sendable, Equatable {
    package let on: Day?
    package let reason: EndReason?

    package init(on: Day?, reason: EndReason?) {
        self.on = on
        self.reason = reason
    }
}
