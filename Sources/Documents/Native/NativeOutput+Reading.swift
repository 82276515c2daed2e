extension NativeStamp {
    init(_ facts: FrontMatterReading) throws(NativeDocument.Malformed) {
        self.init(at: try facts.needed("at") { $0 }, by: try facts.needed("by") { $0 })
    }
}

extension NativeWithdrawal {
    init(_ reference: Reference, _ facts: FrontMatterReading) throws(NativeDocument.Malformed) {
        self.init(reference: reference, stamp: try NativeStamp(facts), reason: try facts.needed("reason") { $0.isEmpty ? nil : $0 })
    }
}

extension NativeOutput {
    init(_ reference: Reference, _ facts: FrontMatterReading) throws(NativeDocument.Malformed) {
        self.init(
            reference: reference, ordinal: try facts.needed("output") { text in Int(text).flatMap { $0 >= 1 ? $0 : nil } },
            kind: try facts.needed("kind", OutputKind.init)
        )
        isInvented = try facts.flag("invented") ?? false
        for code in try facts.texts("countries") {
            guard let country = Country(code) else { throw .init("countries: not understood") }
            countries.append(country)
        }
        subjects = try facts.parts("subjects") { part throws(NativeDocument.Malformed) in
            Subject(name: try part.needed("name") { $0.isEmpty ? nil : $0 }, pronouns: try part.text("pronouns"))
        }
        topics = try facts.texts("topics")
        self.facts = try Facts(facts)
        published = try facts.part("published").map { part throws(NativeDocument.Malformed) in try NativeStamp(part) }
        language = try facts.value("language", Language.init(rawValue:))
        editions = try facts.parts("editions", NativeEdition.init)
    }
}

extension NativeOutput.Facts {
    fileprivate init(_ facts: FrontMatterReading) throws(NativeDocument.Malformed) {
        isFinal = try facts.flag("final") ?? false
        indexCode = try facts.text("index_code")
        issuedOn = try facts.value("issued", Day.init)
        actUntil = try facts.value("act_until", Day.init)
        extensions = try facts.parts("extensions") { part throws(NativeDocument.Malformed) in
            NativeOutput.Extension(until: try part.needed("until", Day.init), section: try part.text("section"), stamp: try NativeStamp(part))
        }
        endedOn = try facts.value("ended", Day.init)
        endReason = try facts.value("end_reason", EndReason.init)
        outcome = try facts.value("outcome", Outcome.init)
        eventOn = try facts.value("event", Day.init)
        preferredLanguages = try facts.texts("preferred_languages").map(Language.init(rawValue:))
        ownLanguageWelcome = try facts.flag("own_language")
        previousLink = try facts.text("previous")
        corrects = try facts.value("corrects") { text in Int(text).flatMap { $0 >= 1 ? $0 : nil } }
        audience = try facts.value("audience") { ["internal", "members"].contains($0) ? $0 : nil }
    }
}
