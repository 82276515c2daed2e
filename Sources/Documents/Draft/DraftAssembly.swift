/// Asks each recogniser in turn and puts what they found into a draft, with a finding for each fact.
struct DraftAssembly {
    private let manuscript: Manuscript
    private(set) var draft = ActionDraft()
    private(set) var findings: [Finding] = []
    private(set) var isUrgentAction = false
    private var reference: CaseReferences.Found?
    private var code: IndexCodes.Found?
    private var lead: Fact<String>?

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
    }

    mutating func assemble() {
        readNumber()
        readTexts()
        readPeople()
        readDates()
        readAddressees()
        readRest()
        isUrgentAction = Evidence(manuscript).suffices(reference: reference, code: code, letters: draft.letters, targets: draft.targets)
        checkAgreement()
    }
}

extension DraftAssembly {
    private mutating func readNumber() {
        let references = CaseReferences(manuscript)
        if let fact = references() {
            reference = fact.value
            draft.reference = note("reference", fact.map(\.printed))
            draft.series = fact.value.series
            draft.caseNumber = fact.value.serial
            draft.caseYear = fact.value.year
            for other in references.others(than: fact.value) {
                add("reference", other.map(\.printed).sure(0.6), note: FindingNote(.otherNumber))
            }
        }
        if let fact = IndexCodes(manuscript)() {
            code = fact.value
            draft.indexCode = note("index_code", fact.map(\.printed))
            if fact.value.code.place == nil {
                add("index_code", fact.map(\.printed).sure(0.5), note: FindingNote(.unknownCountryNumber))
            }
        }
        let found = KindAndOrdinal(manuscript, reference: reference)()
        draft.kind = note("kind", found.kind, \.rawValue)
        draft.outputOrdinal = note("output_ordinal", found.ordinal, String.init)
        draft.isFinal = found.isFinal
        draft.previousReference = note("previous_reference", PreviousOutputs(manuscript)())
    }

    private mutating func readTexts() {
        draft.title = note("title", Titles(manuscript)())
        lead = Leads(manuscript)()
        draft.summary = note("summary", lead)
        draft.call = Demands(manuscript.vocabulary).call(in: draft.summary)
        let letters = Letters(manuscript)()
        draft.letters = letters.map {
            note("letters", $0.map(\.body)); return $0.value
        }
        draft.demands = Demands(manuscript.vocabulary)(manuscript, lead: draft.summary, letter: letterInOwnLanguage(letters.map(\.value)))
        draft.background = note("background", Backgrounds(manuscript)(kind: draft.kind, lead: draft.summary))
        draft.language = note(
            "language", DocumentLanguage(manuscript)(lead: draft.summary, background: draft.background, letters: draft.letters), \.rawValue)
    }

    /// Demands are taken from one letter only, that in the language of the lead.
    private func letterInOwnLanguage(_ letters: [ActionDraft.Letter]) -> ActionDraft.Letter? {
        guard letters.count > 1, let lead else { return letters.first }
        let language = TextLanguage(manuscript.vocabulary)([TextLine(lead.value, number: 0)])?.value
        return letters.first { $0.language == language } ?? letters.first
    }

    private mutating func readPeople() {
        if let fact = Subjects(manuscript)(lead: draft.summary, title: draft.title) {
            draft.subjectNames = fact.value.names
            draft.pronoun = fact.value.pronoun
            note("subject_names", fact.map { $0.names.joined(separator: "; ") })
        }
        let country = Countries(manuscript)(
            reference: reference, title: draft.title, code: code?.code, previous: draft.previousReference, lead: draft.summary)
        draft.country = note("country", country, \.code)
        if draft.kind == .outcome {
            let outcomes = Outcomes(manuscript)
            draft.outcome = note("outcome", outcomes.outcome(title: draft.title, lead: draft.summary), \.rawValue)
            draft.eventDate = note("event_date", outcomes.eventDate(lead: lead), \.text)
            draft.outcomeText = draft.summary
        }
    }

    private mutating func readDates() {
        draft.issueDate = note("issue_date", IssueDates(manuscript)(), \.text)
        draft.expiryDate = note("expiry_date", Deadlines(manuscript)(), \.text)
        draft.endedDate = note("ended_date", EndedDates(manuscript)(), \.text)
        if draft.endedDate == nil, draft.kind == .outcome {
            add("ended_date", Fact("", confidence: 0.6), note: FindingNote(.noEndDay))
        }
    }

    private mutating func readAddressees() {
        let targets = Contacts(manuscript)()
        draft.targets = targets.map(\.value)
        for fact in targets {
            note("targets.name", fact.map { $0.name ?? $0.role ?? "" })
            if fact.value.emailsObfuscated > 0 {
                add("targets.emails", fact.map { _ in "" }.sure(0.6), note: FindingNote(.hiddenAddresses, "\(fact.value.emailsObfuscated)"))
            }
        }
        if let line = InterleavedColumns(manuscript).line {
            add("targets", Fact(line.text, line: line.number, confidence: 0.3), note: FindingNote(.joinedColumns))
        }
        guard let greeting = draft.letters.first?.salutation, let first = draft.targets.firstIndex(where: { $0.kind == .target }) else { return }
        if draft.targets[first].salutation == nil { draft.targets[first].salutation = greeting.withoutEndMark }
    }

    private mutating func readRest() {
        if let fact = PreferredLanguages(manuscript)() {
            draft.preferredLanguages = fact.value.languages
            draft.ownLanguageOK = fact.value.ownLanguage
            note("preferred_languages", fact.map { $0.languages.map(\.rawValue).joined(separator: ", ") })
        }
        let instructions = Instructions(manuscript)
        draft.instructions = instructions().map(\.value)
        draft.postalNote = note("postal_note", instructions.postalNote)
        draft.safetyNote = note("safety_note", instructions.safetyNote)
        draft.socialPosts = SocialPosts(manuscript)().map(\.value)
        draft.actionCount = note("action_count", Counts(manuscript)(), String.init)
        draft.downloads = Downloads(manuscript)().map(\.value)
        draft.publisher = note("publisher", Publishers(manuscript)())
    }

    /// What an editor should see because two places of the document disagree.
    private mutating func checkAgreement() {
        if let year = draft.caseYear, let codeYear = code?.code.year, draft.kind == .first, codeYear != year {
            add("case_year", Fact("\(year)", confidence: 0.4), note: FindingNote(.codeYear, "\(codeYear)"))
        }
        if let issued = draft.issueDate, let until = draft.expiryDate, until < issued {
            add("expiry_date", Fact(until.text, confidence: 0.3), note: FindingNote(.beforeIssue, "\(issued)"))
        }
        if let country = draft.country, let code, !code.code.countries.isEmpty, !code.code.countries.contains(country) {
            add(
                "country", Fact(country.code, confidence: 0.4),
                note: FindingNote(.codeCountries, code.code.countries.map(\.code).joined(separator: ", ")))
        }
    }
}

extension DraftAssembly {
    /// Notes a fact and gives its value.
    @discardableResult
    private mutating func note<Value>(_ field: String, _ fact: Fact<Value>?, _ text: (Value) -> String) -> Value? {
        guard let fact else { return nil }
        add(field, fact.map(text), note: fact.note)
        return fact.value
    }

    @discardableResult
    private mutating func note(_ field: String, _ fact: Fact<String>?) -> String? { note(field, fact) { $0 } }

    private mutating func add(_ field: String, _ fact: Fact<String>, note: FindingNote?) {
        let value = fact.value.count > 120 ? fact.value.prefix(117) + "…" : fact.value[...]
        findings.append(Finding(field: field, value: value.isEmpty ? nil : String(value), line: fact.line, confidence: fact.confidence, note: note))
    }
}

extension Fact {
    fileprivate func sure(_ confidence: Double) -> Fact { Fact(value, line: line, confidence: confidence, note: note) }
}
