import Documents
import Storage

/// One document on its way into the database, inside one transaction.
struct Acceptance {
    let db: any Connection
    let draft: ActionDraft
    let provenance: Provenance
    let terms: ImportDocument.Terms
    let now: Instant
    /// A repeated body makes other identifiers; only one set of rows is ever committed.
    let newID: @Sendable () -> String
    /// Disagreements met on the way, beside what the reader was unsure of.
    var conflicts = Differences()

    init(
        db: any Connection, draft: ActionDraft, provenance: Provenance, terms: ImportDocument.Terms, now: Instant,
        newID: @escaping @Sendable () -> String
    ) {
        self.db = db
        self.draft = draft
        self.provenance = provenance
        self.terms = terms
        self.now = now
        self.newID = newID
    }

    mutating func callAsFunction(findings: [Finding]) throws -> ImportResult {
        if let known = try db.imported(provenance.sha256) { return .known(known) }
        let section = try self.section()
        let action = try findAction() ?? makeAction()
        if try db.isWithdrawn(action) { throw ActionRefusal.alreadyWithdrawn(try db.reference(of: action)) }
        let place = try outputPlace(in: action)
        if place.isPublic && !terms.isPublished { throw ImportRefusal.alreadyPublic(try db.reference(of: action), place.ordinal) }
        if let country = draft.country { try db.insertCountry(country, of: action) }
        try mergeTopics(of: action)
        try mergeSubjects(of: action)
        try mergeOutput(place.id)
        try settleOrdinals(of: action, for: place.id)
        try mergeWords(into: place.id)
        try mergeEdition(of: place.id, in: section)
        try enterPrintedCount(for: place.id, in: section)
        try settleAudience(of: place, findings)
        if terms.isPublished {
            try db.publish(place.id, by: provenance.by, at: now)
            let kind = Alert.Kind(draft.kind ?? .first, hasEnded: draft.outcome != nil)
            if !terms.isInvented { try db.draftAlerts(place.id, kind, Currency(draft, year: db.reference(of: action).year), at: now) }
        }
        try db.settleArchivePlace(of: action)
        try db.keep(provenance, section: section, language: draft.language, output: place.id, findings: findings + conflicts.findings, at: now)
        try db.eraseAgain(in: action)
        try db.touch(action)
        try db.log("document.imported", subject: action.text, by: provenance.by, detail: provenance.sha256, id: newID(), at: now)
        return .added(try db.imported(provenance.sha256, findings: findings + conflicts.findings))
    }

    /// What a document says the case is about, unless somebody said it already.
    private func mergeTopics(of action: Action.ID) throws {
        try db.setFirst(Set(draft.topics.compactMap(Topic.init(spelled:)) + Topic.concerns(inTitle: draft.title ?? "")), of: action)
    }

    /// A mark in the document narrows a draft; only a person opens it to everybody.
    private func settleAudience(of place: OutputPlace, _ findings: [Finding]) throws {
        let mark = findings.first { $0.field == "audience" }?.value.flatMap(OutputAudience.init)
        if let mark, !terms.isForEverybody { try db.narrow(place.id, to: mark) }
        guard terms.isPublished, !place.isPublic else { return }
        if terms.isForEverybody { try db.openToEverybody(place.id) }
        if try db.audience(of: place.id) != .everybody { throw ImportRefusal.notForEverybody(try db.reference(ofOutput: place.id)) }
    }

    /// The section the terms name, else the one whose marks the document bears.
    private func section() throws -> Section.Code {
        let marks = try db.sectionMarks()
        guard let named = terms.section else { return marks.section(of: draft) }
        guard marks.contains(where: { $0.code == named }) else { throw ImportRefusal.unknownSection(named) }
        return named
    }

    mutating func settle<Fact: Bindable & Equatable>(_ field: String, known: Fact?, said: Fact?) -> Fact? {
        conflicts.settle(field, known: known, said: said)
    }

    mutating func note(_ field: String, said: some Bindable, known: some Bindable) {
        conflicts.note(field, said: said, known: known)
    }
}
