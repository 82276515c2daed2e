import Documents

extension NativeOutput.Facts {
    init(_ facts: OutputFacts) {
        self.init()
        isFinal = facts.isFinal
        indexCode = facts.indexCode
        issuedOn = facts.issuedOn
        actUntil = facts.actUntil
        endedOn = facts.endedOn
        endReason = facts.endReason
        outcome = facts.outcome
        eventOn = facts.eventOn
        preferredLanguages = facts.preferredLanguages
        ownLanguageWelcome = facts.ownLanguageWelcome
        previousLink = facts.previousLink
    }
}

extension NativeOutput.Extension {
    init(_ extended: DeadlineExtension) {
        self.init(
            until: extended.until, section: extended.section == .international ? nil : extended.section.rawValue,
            stamp: NativeStamp(at: extended.at.text, by: extended.by))
    }
}

extension NativeWords {
    /// What an output and its editions say in one language.
    init(_ output: Output, in language: Language) {
        self.init()
        if let text = output.texts.first(where: { $0.language == language }) {
            headline = text.headline
            lead = text.lead
            call = text.call
            demands = text.demands
            background = text.background.isEmpty ? nil : text.background.joined(separator: "\n\n")
        }
        outcome = output.notes.first { $0.kind == .outcome && $0.language == language }?.words
        correction = output.notes.first { $0.kind == .correction && $0.language == language }?.words
        letter = output.letters.first { $0.language == language }.map {
            Letter(greeting: $0.greeting, body: $0.body.joined(separator: "\n\n"), closing: $0.closing)
        }
        editions = output.editions.compactMap { edition in
            edition.words[language].map {
                Edition(section: edition.section.rawValue, instructions: $0.instructions, postalNote: $0.postalNote, safetyNote: $0.safetyNote)
            }
        }
    }
}

extension NativeEdition {
    init(_ edition: Campaign.Edition, counts: [Count]) {
        self.init(section: edition.section.rawValue)
        addressees = edition.addressees.map(Addressee.init)
        downloads = edition.downloads.map {
            ActionDraft.Download(title: $0.title, language: $0.language, format: $0.format, size: $0.size)
        }
        self.counts = counts
    }
}

extension NativeEdition.Addressee {
    fileprivate init(_ addressee: Campaign.Addressee) {
        self.init(
            role: addressee.role == .copy ? .copy : .target, name: addressee.name, office: addressee.office, salutation: addressee.salutation
        )
        contacts = addressee.contacts.map {
            NativeEdition.Contact(channel: $0.channel.rawValue, place: $0.place, checkedOn: $0.checkedOn)
        }
    }
}
