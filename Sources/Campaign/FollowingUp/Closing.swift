package import Documents

/// What somebody says of the end of an action. Each day is a day of its own: when letters ended, and when what happened did.
package struct Closing: Sendable, Equatable {
    /// nil when letters end early and nobody knows what became of the people.
    package let outcome: Outcome?
    package let endedOn: Day?
    package let eventOn: Day?
    /// nil for the reason that usually goes with the outcome.
    package let reason: EndReason?
    /// How it ended in words, language by language.
    package let words: [Language: String]

    package init(outcome: Outcome?, endedOn: Day?, eventOn: Day? = nil, reason: EndReason?, words: [Language: String] = [:]) {
        self.outcome = outcome
        self.endedOn = endedOn
        self.eventOn = eventOn
        self.reason = reason
        self.words = words.filter { $0.value.contains { !$0.isWhitespace } }
    }
}

extension Output {
    /// This output, ended in that way. What the closing does not say stays; words of a language replace those of that language.
    package func closed(_ closing: Closing) -> Output {
        let reason = closing.reason ?? closing.outcome?.usualEndReason ?? ending?.reason
        let kept = notes.filter { $0.kind != .outcome || closing.words[$0.language] == nil }
        let said = closing.words.map { OutputNote(.outcome, $0.key, $0.value) }
        return Output(
            id: id, ordinal: ordinal, kind: kind, isFinal: isFinal, indexCode: indexCode, issuedOn: issuedOn,
            actUntilInDocument: actUntilInDocument, ending: Ending(on: closing.endedOn ?? ending?.on, reason: reason),
            outcome: closing.outcome ?? outcome, eventOn: closing.eventOn ?? eventOn, preferredLanguages: preferredLanguages,
            ownLanguageWelcome: ownLanguageWelcome, previousLink: previousLink, publishedAt: publishedAt, texts: texts, letters: letters,
            socialPosts: socialPosts, editions: editions, extensions: extensions,
            notes: (kept + said).sorted { ($0.kind.rawValue, $0.language.rawValue) < ($1.kind.rawValue, $1.language.rawValue) }, corrects: corrects,
            audience: audience)
    }
}
