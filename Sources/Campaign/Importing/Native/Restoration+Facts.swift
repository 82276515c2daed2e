import Documents
import Storage

/// Filling the case and the facts of the output.
extension Restoration {
    mutating func mergeCase(_ action: Action.ID) throws {
        for country in native.countries { try db.insertCountry(country, of: action) }
        try db.setFirst(Set(native.topics.compactMap(Topic.init(spelled:))), of: action)
        let known = try db.subjects(of: action)
        guard known.isEmpty else { return try mergeSubjects(of: action, known) }
        for (position, subject) in native.subjects.enumerated() {
            try db.insertSubject(newID(), of: action, at: position, Subject(name: subject.name, pronouns: subject.pronouns))
        }
    }

    private mutating func mergeSubjects(of action: Action.ID, _ known: [Subject]) throws {
        let names = native.subjects.map(\.name)
        if !names.isEmpty && Set(names) != Set(known.map(\.name)) {
            differences.note("subject_names", said: Lines(names), known: Lines(known.map(\.name)))
        }
        for subject in native.subjects {
            guard let same = known.first(where: { $0.name == subject.name }) else { continue }
            let pronouns = differences.settle("pronoun", known: same.pronouns, said: subject.pronouns)
            if pronouns != same.pronouns { try db.setPronouns(of: same.name, in: action, pronouns) }
        }
    }

    mutating func mergeFacts(_ output: Output.ID) throws {
        let said = native.facts, known = try db.outputFacts(output).yielding(to: said.endReason, said.outcome)
        try db.update(
            output,
            OutputFacts(
                isFinal: known.isFinal || said.isFinal,
                indexCode: differences.settle("index_code", known: known.indexCode, said: said.indexCode),
                issuedOn: differences.settle("issue_date", known: known.issuedOn, said: said.issuedOn),
                actUntil: differences.settle("expiry_date", known: known.actUntil, said: said.actUntil),
                endedOn: differences.settle("ended_date", known: known.endedOn, said: said.endedOn),
                endReason: differences.settle("end_reason", known: known.endReason, said: said.endReason),
                outcome: differences.settle("outcome", known: known.outcome, said: said.outcome),
                eventOn: differences.settle("event_date", known: known.eventOn, said: said.eventOn),
                preferredLanguages: known.preferredLanguages.isEmpty ? said.preferredLanguages : known.preferredLanguages,
                ownLanguageWelcome: differences.settle("own_language_ok", known: known.ownLanguageWelcome, said: said.ownLanguageWelcome),
                previousLink: differences.settle("previous_reference", known: known.previousLink, said: said.previousLink)
            )
        )
    }

    /// Whose mistake it sets right, and for whom it is. What is public stays public.
    func mergeAudience(_ output: Output.ID, of action: Action.ID) throws {
        if let corrects = native.facts.corrects { try db.set(corrects, correctedBy: output, of: action) }
        if let audience = native.facts.audience.flatMap(OutputAudience.init) { try db.narrow(output, to: audience) }
    }

    /// Each day once, by whom and when the file says.
    func mergeExtensions(_ output: Output.ID) throws {
        for said in native.facts.extensions {
            let section = try said.section.map(known) ?? .international
            try db.insert(
                DeadlineExtension(section: section, until: said.until, by: said.stamp.by, at: Instant(stored: said.stamp.at)), of: output, as: newID()
            )
        }
    }
}
