import Documents
import Storage

extension Connection {
    /// Puts what is said of an output in place of what was.
    func replace(_ notes: [OutputNote], _ kind: OutputNote.Kind, of output: Output.ID) throws {
        try execute("DELETE FROM output_note WHERE output_id = \(output) AND kind = \(kind)")
        for note in notes { try insert(note, of: output) }
    }

    func insert(_ note: OutputNote, of output: Output.ID) throws {
        try execute(
            "INSERT INTO output_note (output_id, kind, language, words) VALUES (\(output), \(note.kind), \(note.language), \(note.words))")
    }

    func note(_ kind: OutputNote.Kind, of output: Output.ID, in language: Language) throws -> String? {
        try row("SELECT words FROM output_note WHERE output_id = \(output) AND kind = \(kind) AND language = \(language)")?("words")
    }

    func set(_ ordinal: Int, correctedBy output: Output.ID, of action: Action.ID) throws {
        try execute(
            """
            UPDATE output SET corrects = (SELECT p.id FROM output p WHERE p.action_id = \(action) AND p.ordinal = \(ordinal))
            WHERE id = \(output) AND corrects IS NULL
            """
        )
    }

    func audience(of output: Output.ID) throws -> OutputAudience {
        try row("SELECT audience FROM output WHERE id = \(output)")?("audience") ?? .staff
    }

    func openToEverybody(_ output: Output.ID) throws {
        try execute("UPDATE output SET audience = \(OutputAudience.everybody) WHERE id = \(output)")
    }

    /// Marks a draft as meant for few. What is public already stays so.
    func narrow(_ output: Output.ID, to audience: OutputAudience) throws {
        try execute("UPDATE output SET audience = \(audience) WHERE id = \(output) AND published_at IS NULL")
    }

    func insertFollowUp(
        _ id: Output.ID, _ ordinal: Int, of action: Action.ID, _ followUp: FollowUp, after latest: Output, corrects: Output.ID?
    ) throws {
        let asks = followUp.kind.asksForLetters, languages = latest.preferredLanguages.map(\.rawValue).joined(separator: " ")
        try execute(
            """
            INSERT INTO output (id, action_id, ordinal, kind, is_final, is_numbered, issued_on, act_until, event_on, outcome, end_reason,
                preferred_languages, own_language_welcome, previous_link, previous_code, corrects)
            VALUES (\(id), \(action), \(ordinal), \(followUp.kind), \(followUp.kind == .outcome), \(true), \(followUp.issuedOn),
                \(asks ? followUp.actUntil : nil), \(followUp.eventOn), \(followUp.outcome), \(followUp.outcome?.usualEndReason),
                \(asks ? languages : ""), \(asks ? latest.ownLanguageWelcome : nil), \(latest.indexCode?.printed), \(latest.indexCode?.printed),
                \(corrects))
            """
        )
    }

    /// The texts, and where letters are asked for the letters and posts as well. What asks for nothing makes no demands.
    func copyWords(from latest: Output, to output: Output.ID, for kind: OutputKind) throws {
        for text in latest.texts { try replace(kind.asksForLetters ? text : text.withoutDemands, in: output) }
        guard kind.asksForLetters else { return }
        for letter in latest.letters { try replace(letter, in: output) }
        for (position, post) in latest.socialPosts.enumerated() { try insertSocialPost(post, into: output, at: position) }
    }

    /// A section's edition: whom it addresses and what it tells its readers to do, where the document asks for letters.
    func copy(_ edition: Edition, to output: Output.ID, for kind: OutputKind, _ newID: @Sendable () -> String) throws {
        let id = Edition.ID(newID())
        try insertEdition(id, of: output, in: edition.section)
        guard kind.asksForLetters else { return }
        for (language, words) in edition.words { try replace(words, in: language, of: id) }
        for (position, place) in try addresseePlaces(of: edition.id).enumerated() {
            try insert(place.addressee, as: newID(), into: id, at: position)
        }
        try linkAddressees("a.edition_id = \(id)")
    }
}

extension Text {
    fileprivate var withoutDemands: Text {
        Text(language: language, headline: headline, lead: lead, call: nil, background: background, demands: [])
    }
}

extension OutputNote {
    init(_ row: Row) throws {
        self.init(try row("kind"), try row("language"), try row("words"))
    }
}
