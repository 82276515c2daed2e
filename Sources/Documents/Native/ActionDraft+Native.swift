extension ActionDraft {
    /// What a native document says, in the shape of any document that was read; what that shape has no place for is left out.
    package init(_ native: NativeOutput) {
        self.init()
        language = native.language
        reference = native.reference.printed()
        series = native.reference.series
        caseNumber = native.reference.serial
        caseYear = native.reference.year
        outputOrdinal = native.ordinal
        kind = native.kind
        country = native.countries.first
        topics = native.topics
        subjectNames = native.subjects.map(\.name)
        pronoun = native.subjects.first?.pronouns
        take(native.facts)
        take(native.words)
        socialPosts = native.socialPosts
        if let edition = native.editions.first { take(edition) }
    }

    private mutating func take(_ facts: NativeOutput.Facts) {
        isFinal = facts.isFinal
        indexCode = facts.indexCode
        issueDate = facts.issuedOn
        expiryDate = facts.actUntil
        endedDate = facts.endedOn
        endReason = facts.endReason
        outcome = facts.outcome
        eventDate = facts.eventOn
        preferredLanguages = facts.preferredLanguages
        ownLanguageOK = facts.ownLanguageWelcome
        previousReference = facts.previousLink
    }

    private mutating func take(_ words: NativeWords) {
        title = words.headline
        summary = words.lead
        call = words.call
        demands = words.demands
        background = words.background
        if kind == .outcome { outcomeText = words.lead }
        if let letter = words.letter {
            letters = [Letter(language: language, salutation: letter.greeting, body: letter.body, closing: letter.closing)]
        }
        guard let edition = words.editions.first else { return }
        instructions = edition.instructions
        postalNote = edition.postalNote
        safetyNote = edition.safetyNote
    }

    private mutating func take(_ edition: NativeEdition) {
        publisher = edition.section
        targets = edition.addressees.map(Target.init)
        downloads = edition.downloads
        let counted = edition.counts.reduce(0) { $0.addingReportingOverflow($1.appeals).partialValue }
        actionCount = counted > 0 ? counted : nil
    }
}

extension ActionDraft.Target {
    fileprivate init(_ addressee: NativeEdition.Addressee) {
        self.init()
        kind = addressee.role
        name = addressee.name
        role = addressee.office
        salutation = addressee.salutation
        func places(_ channel: String) -> [String] { addressee.contacts.filter { $0.channel == channel }.compactMap(\.place) }
        addressLines = places("post").first?.split(separator: "\n").map(String.init) ?? []
        emails = places("email")
        emailsObfuscated = addressee.contacts.count { $0.channel == "email" && $0.place == nil }
        phones = places("phone")
        faxes = places("fax")
        twitter = places("x")
        instagram = places("instagram")
        facebook = places("facebook")
        contactForms = places("contact_form")
    }
}
