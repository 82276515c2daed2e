import Documents
import Storage

/// Filling an output and its words.
extension Acceptance {
    /// The output's facts: what was unknown is filled, what differs is noted.
    mutating func mergeOutput(_ id: Output.ID) throws {
        let known = try db.outputFacts(id).yielding(to: draft.endReason, draft.outcome)
        let code = draft.indexCode.map { text in (try? IndexCode(text))?.printed ?? text }
        try db.update(
            id,
            OutputFacts(
                isFinal: known.isFinal || draft.isFinal == true,
                indexCode: settle("index_code", known: known.indexCode, said: code),
                issuedOn: settle("issue_date", known: known.issuedOn, said: draft.issueDate),
                actUntil: settle("expiry_date", known: known.actUntil, said: draft.expiryDate),
                endedOn: settle("ended_date", known: known.endedOn, said: draft.endedDate),
                endReason: settle("end_reason", known: known.endReason, said: draft.endReason),
                outcome: settle("outcome", known: known.outcome, said: draft.outcome),
                eventOn: settle("event_date", known: known.eventOn, said: draft.eventDate),
                preferredLanguages: known.preferredLanguages.isEmpty ? draft.preferredLanguages : known.preferredLanguages,
                ownLanguageWelcome: settle("own_language_ok", known: known.ownLanguageWelcome, said: draft.ownLanguageOK),
                previousLink: settle("previous_reference", known: known.previousLink, said: draft.previousReference)
            )
        )
    }

    /// The text in the document's language, its letters and its posts.
    mutating func mergeWords(into output: Output.ID) throws {
        try mergeText(into: output)
        for letter in draft.letters { try merge(ModelLetter(letter, or: draft.language), into: output) }
        guard try !db.hasSocialPosts(output) else { return }
        let posts = draft.socialPosts.filter { !$0.allSatisfy(\.isWhitespace) }
        for (position, words) in posts.enumerated() { try db.insertSocialPost(words, into: output, at: position) }
    }

    /// One letter per language: the first that was read, its greeting and closing filled in by later ones.
    private mutating func merge(_ said: ModelLetter, into output: Output.ID) throws {
        guard !said.body.isEmpty else { return }
        guard let known = try db.letter(of: output, in: said.language) else { return try db.replace(said, in: output) }
        if known.body != said.body { note("letters", said: said.opening, known: known.opening) }
        let merged = ModelLetter(
            language: known.language,
            greeting: settle("letters.salutation", known: known.greeting, said: said.greeting),
            body: known.body,
            closing: settle("letters.closing", known: known.closing, said: said.closing)
        )
        if merged != known { try db.replace(merged, in: output) }
    }

    private mutating func mergeText(into output: Output.ID) throws {
        let said = Text(draft)
        guard said.saysAnything else { return }
        let known = try db.text(of: output, in: said.language)
        let merged = Text(
            language: said.language,
            headline: settleHeadline(known: known?.headline, said: said.headline),
            lead: settle("summary", known: known?.lead, said: said.lead),
            call: settle("call", known: known?.call, said: said.call),
            background: known?.background.nilIfEmpty ?? said.background,
            demands: known?.demands.nilIfEmpty ?? said.demands
        )
        try db.replace(merged, in: output)
    }

    /// Headlines that differ only in capitals are the same; the better print of it is kept.
    private mutating func settleHeadline(known: String?, said: String?) -> String? {
        guard let known, let said, known.lowercased() == said.lowercased() else { return settle("title", known: known, said: said) }
        return SentenceCase.better(of: known, said)
    }
}

extension Array {
    fileprivate var nilIfEmpty: Self? { isEmpty ? nil : self }
}

extension Text {
    init(_ draft: ActionDraft) {
        self.init(
            language: draft.language ?? "en",
            headline: draft.title.map { SentenceCase.headline($0, knownFrom: draft.summary, draft.background) },
            lead: draft.summary ?? draft.outcomeText,
            call: draft.call,
            background: Paragraphs(draft.background ?? "").paragraphs,
            demands: draft.demands
        )
    }

    fileprivate var saysAnything: Bool {
        headline != nil || lead != nil || call != nil || !background.isEmpty || !demands.isEmpty
    }
}

extension ModelLetter {
    init(_ letter: ActionDraft.Letter, or language: Language?) {
        self.init(
            language: letter.language ?? language ?? "en",
            greeting: letter.salutation,
            body: Paragraphs(letter.body).paragraphs,
            closing: letter.closing
        )
    }

    /// Its language and first words, enough for an editor to know it by.
    fileprivate var opening: String {
        "\(language): \((body.first ?? "").prefix(60))"
    }
}
