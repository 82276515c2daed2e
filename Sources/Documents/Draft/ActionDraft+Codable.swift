extension ActionDraft: Codable {
    enum CodingKeys: String, CodingKey {
        case language, publisher, kind, reference, series, country, title, pronoun, outcome, summary, call, instructions, targets, letters, demands
        case background, downloads, topics
        case caseNumber = "case_number"
        case caseYear = "case_year"
        case outputOrdinal = "output_ordinal"
        case isFinal = "final"
        case indexCode = "index_code"
        case subjectNames = "subject_names"
        case issueDate = "issue_date"
        case expiryDate = "expiry_date"
        case endedDate = "ended_date"
        case eventDate = "event_date"
        case endReason = "end_reason"
        case preferredLanguages = "preferred_languages"
        case ownLanguageOK = "own_language_ok"
        case postalNote = "postal_note"
        case safetyNote = "safety_note"
        case socialPosts = "social_posts"
        case outcomeText = "outcome_text"
        case previousReference = "previous_reference"
        case actionCount = "action_count"
        case additionalRecords = "additional_records"
    }

    /// What is told from the rest, for programs that compare drafts.
    private enum DerivedKeys: String, CodingKey {
        case hasSampleLetter = "has_sample_letter"
        case letterFirstWords = "sample_letter_first_words"
        case letterLanguages = "sample_letter_languages"
        case backgroundFirstWords = "background_first_words"
        case outcomeFirstWords = "outcome_text_first_words"
    }

    package init(from decoder: any Decoder) throws {
        self.init()
        let values = try decoder.container(keyedBy: CodingKeys.self)
        try readCase(from: values)
        try readDates(from: values)
        try readTexts(from: values)
    }

    private mutating func readCase(from values: KeyedDecodingContainer<CodingKeys>) throws {
        language = try values.decodeIfPresent(Language.self, forKey: .language)
        publisher = try values.decodeIfPresent(String.self, forKey: .publisher)
        kind = try values.decodeIfPresent(OutputKind.self, forKey: .kind)
        reference = try values.decodeIfPresent(String.self, forKey: .reference)
        series = try values.decodeIfPresent(Series.self, forKey: .series)
        caseNumber = try values.decodeIfPresent(Int.self, forKey: .caseNumber)
        caseYear = try values.decodeIfPresent(Int.self, forKey: .caseYear)
        outputOrdinal = try values.decodeIfPresent(Int.self, forKey: .outputOrdinal)
        isFinal = try values.decodeIfPresent(Bool.self, forKey: .isFinal)
        indexCode = try values.decodeIfPresent(String.self, forKey: .indexCode)
        country = try values.decodeIfPresent(Country.self, forKey: .country)
        previousReference = try values.decodeIfPresent(String.self, forKey: .previousReference)
        actionCount = try values.decodeIfPresent(Int.self, forKey: .actionCount)
        topics = try values.list(.topics)
        additionalRecords = try values.list(.additionalRecords)
    }

    private mutating func readDates(from values: KeyedDecodingContainer<CodingKeys>) throws {
        issueDate = try values.decodeIfPresent(Day.self, forKey: .issueDate)
        expiryDate = try values.decodeIfPresent(Day.self, forKey: .expiryDate)
        endedDate = try values.decodeIfPresent(Day.self, forKey: .endedDate)
        eventDate = try values.decodeIfPresent(Day.self, forKey: .eventDate)
        outcome = try values.decodeIfPresent(Outcome.self, forKey: .outcome)
        endReason = try values.decodeIfPresent(EndReason.self, forKey: .endReason)
    }

    private mutating func readTexts(from values: KeyedDecodingContainer<CodingKeys>) throws {
        title = try values.decodeIfPresent(String.self, forKey: .title)
        subjectNames = try values.list(.subjectNames)
        pronoun = try values.decodeIfPresent(String.self, forKey: .pronoun)
        preferredLanguages = try values.list(.preferredLanguages)
        ownLanguageOK = try values.decodeIfPresent(Bool.self, forKey: .ownLanguageOK)
        summary = try values.decodeIfPresent(String.self, forKey: .summary)
        call = try values.decodeIfPresent(String.self, forKey: .call)
        instructions = try values.list(.instructions)
        postalNote = try values.decodeIfPresent(String.self, forKey: .postalNote)
        safetyNote = try values.decodeIfPresent(String.self, forKey: .safetyNote)
        targets = try values.list(.targets)
        letters = try values.list(.letters)
        demands = try values.list(.demands)
        socialPosts = try values.list(.socialPosts)
        background = try values.decodeIfPresent(String.self, forKey: .background)
        outcomeText = try values.decodeIfPresent(String.self, forKey: .outcomeText)
        downloads = try values.list(.downloads)
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try writeCase(to: &values)
        try writeDates(to: &values)
        try writeTexts(to: &values)
        var derived = encoder.container(keyedBy: DerivedKeys.self)
        try derived.encode(!letters.isEmpty, forKey: .hasSampleLetter)
        try derived.encodeIfPresent(letterFirstWords, forKey: .letterFirstWords)
        try derived.encode(letters.compactMap(\.language), forKey: .letterLanguages)
        try derived.encodeIfPresent(backgroundFirstWords, forKey: .backgroundFirstWords)
        try derived.encodeIfPresent(outcomeFirstWords, forKey: .outcomeFirstWords)
    }

    private func writeCase(to values: inout KeyedEncodingContainer<CodingKeys>) throws {
        try values.encodeIfPresent(language, forKey: .language)
        try values.encodeIfPresent(publisher, forKey: .publisher)
        try values.encodeIfPresent(kind, forKey: .kind)
        try values.encodeIfPresent(reference, forKey: .reference)
        try values.encodeIfPresent(series, forKey: .series)
        try values.encodeIfPresent(caseNumber, forKey: .caseNumber)
        try values.encodeIfPresent(caseYear, forKey: .caseYear)
        try values.encodeIfPresent(outputOrdinal, forKey: .outputOrdinal)
        try values.encodeIfPresent(isFinal, forKey: .isFinal)
        try values.encodeIfPresent(indexCode, forKey: .indexCode)
        try values.encodeIfPresent(country, forKey: .country)
        try values.encodeIfPresent(previousReference, forKey: .previousReference)
        try values.encodeIfPresent(actionCount, forKey: .actionCount)
        try values.encode(topics, forKey: .topics)
        try values.encode(additionalRecords, forKey: .additionalRecords)
    }

    private func writeDates(to values: inout KeyedEncodingContainer<CodingKeys>) throws {
        try values.encodeIfPresent(issueDate, forKey: .issueDate)
        try values.encodeIfPresent(expiryDate, forKey: .expiryDate)
        try values.encodeIfPresent(endedDate, forKey: .endedDate)
        try values.encodeIfPresent(eventDate, forKey: .eventDate)
        try values.encodeIfPresent(outcome, forKey: .outcome)
        try values.encodeIfPresent(endReason, forKey: .endReason)
    }

    private func writeTexts(to values: inout KeyedEncodingContainer<CodingKeys>) throws {
        try values.encodeIfPresent(title, forKey: .title)
        try values.encode(subjectNames, forKey: .subjectNames)
        try values.encodeIfPresent(pronoun, forKey: .pronoun)
        try values.encode(preferredLanguages, forKey: .preferredLanguages)
        try values.encodeIfPresent(ownLanguageOK, forKey: .ownLanguageOK)
        try values.encodeIfPresent(summary, forKey: .summary)
        try values.encodeIfPresent(call, forKey: .call)
        try values.encode(instructions, forKey: .instructions)
        try values.encodeIfPresent(postalNote, forKey: .postalNote)
        try values.encodeIfPresent(safetyNote, forKey: .safetyNote)
        try values.encode(targets, forKey: .targets)
        try values.encode(letters, forKey: .letters)
        try values.encode(demands, forKey: .demands)
        try values.encode(socialPosts, forKey: .socialPosts)
        try values.encodeIfPresent(background, forKey: .background)
        try values.encodeIfPresent(outcomeText, forKey: .outcomeText)
        try values.encode(downloads, forKey: .downloads)
    }
}

extension KeyedDecodingContainer {
    /// A list that may be absent or null.
    func list<Element: Decodable>(_ key: Key) throws -> [Element] {
        try decodeIfPresent([Element].self, forKey: key) ?? []
    }
}
