import Documents
import Storage

/// The stored rows of an output that is being written, and its content as fields: each can be made from the other.
extension Connection {
    /// - Parameter edition: the one that is written with the output.
    func content(of draft: DraftPlace) throws -> ManuscriptContent {
        var content = ManuscriptContent()
        let facts = try outputFacts(draft.output.id)
        if draft.isFirstToAppear {
            content[.facts, "countries"] = draft.action.countries.map(\.code).sorted().joined(separator: " ")
            content[.facts, "subjects"] = FieldLines.subjects(draft.action.subjects.map { ($0.name, $0.pronouns ?? "") })
            content[.facts, "topics"] = try topics(of: draft.action.reference).map(\.rawValue).sorted().joined(separator: " ")
        }
        content[.facts, "kind"] = draft.output.kind.rawValue
        content[.facts, "final"] = facts.isFinal ? "yes" : ""
        content[.facts, "index_code"] = facts.indexCode ?? ""
        content[.facts, "issued_on"] = facts.issuedOn?.text ?? ""
        content[.facts, "act_until"] = facts.actUntil?.text ?? ""
        content[.facts, "event_on"] = facts.eventOn?.text ?? ""
        content[.facts, "preferred"] = facts.preferredLanguages.map(\.rawValue).joined(separator: " ")
        content[.facts, "own_language"] = facts.ownLanguageWelcome.map { $0 ? "yes" : "no" } ?? ""
        content[.facts, "previous"] = facts.previousLink ?? ""
        for text in draft.output.texts { content.take(text) }
        for letter in draft.output.letters { content.take(letter) }
        for (number, post) in draft.output.socialPosts.prefix(ManuscriptPart.mostPosts).enumerated() { content[.posts, "\(number + 1)"] = post }
        guard let edition = draft.edition else { return content }
        for (language, words) in edition.words { content.take(words, in: language) }
        for (number, place) in try addresseePlaces(of: edition.id).enumerated() {
            content.take(place.addressee, as: place.id, order: number + 1, official: try official(of: place.id))
        }
        return content
    }

    private func official(of addressee: String) throws -> String? {
        try row("SELECT official_id FROM addressee WHERE id = \(addressee)")?("official_id")
    }

    /// Puts a content in the place of the rows there are.
    func write(_ content: ManuscriptContent, to draft: DraftPlace, edition: Edition.ID, newID: () -> String) throws {
        if draft.isFirstToAppear { try writeCase(content, draft.action, newID: newID) }
        try writeFacts(content, draft.output.id)
        try execute("DELETE FROM text WHERE output_id = \(draft.output.id)")
        for language in content.languages(ManuscriptPart.text) { try replace(content.text(in: language), in: draft.output.id) }
        try execute("DELETE FROM model_letter WHERE output_id = \(draft.output.id)")
        for language in content.languages(ManuscriptPart.letter) {
            let letter = content.letter(in: language)
            if !letter.body.isEmpty { try replace(letter, in: draft.output.id) }
        }
        try execute("DELETE FROM social_post WHERE output_id = \(draft.output.id)")
        let posts = (1...ManuscriptPart.mostPosts).map { content[.posts, "\($0)"] }.filter { !$0.isEmpty }
        for (number, post) in posts.enumerated() { try insertSocialPost(post, into: draft.output.id, at: number) }
        try execute("DELETE FROM edition_words WHERE edition_id = \(edition)")
        for language in content.languages(ManuscriptPart.words) { try replace(content.words(in: language), in: language, of: edition) }
        try writeAddressees(content, edition)
        try settleArchivePlace(of: draft.action.id)
        try touch(draft.action.id)
    }

    private func writeCase(_ content: ManuscriptContent, _ action: Action, newID: () -> String) throws {
        try execute("DELETE FROM action_country WHERE action_id = \(action.id)")
        for code in content[.facts, "countries"].split(separator: " ") {
            if let country = Country(String(code)) { try insertCountry(country, of: action.id) }
        }
        try execute("DELETE FROM subject WHERE action_id = \(action.id)")
        for (position, subject) in FieldLines.subjects(content[.facts, "subjects"]).enumerated() {
            try insertSubject(newID(), of: action.id, at: position, subject)
        }
        try set(Set(content[.facts, "topics"].split(separator: " ").compactMap { Topic(rawValue: String($0)) }), of: action.id)
    }

    private func writeFacts(_ content: ManuscriptContent, _ output: Output.ID) throws {
        let known = try outputFacts(output), kind = OutputKind(rawValue: content[.facts, "kind"])
        let own = content[.facts, "own_language"], previous = content[.facts, "previous"], code = content[.facts, "index_code"]
        try update(
            output,
            OutputFacts(
                isFinal: content[.facts, "final"] == "yes", indexCode: code.isEmpty ? nil : code, issuedOn: Day(content[.facts, "issued_on"]),
                actUntil: Day(content[.facts, "act_until"]), endedOn: known.endedOn, endReason: known.endReason, outcome: known.outcome,
                eventOn: Day(content[.facts, "event_on"]),
                preferredLanguages: content[.facts, "preferred"].split(separator: " ").map { Language(String($0)) },
                ownLanguageWelcome: own.isEmpty ? nil : own == "yes", previousLink: previous.isEmpty ? nil : previous))
        if let kind { try execute("UPDATE output SET kind = \(kind) WHERE id = \(output)") }
    }

    private func writeAddressees(_ content: ManuscriptContent, _ edition: Edition.ID) throws {
        try execute("DELETE FROM addressee WHERE edition_id = \(edition)")
        let ids = content.addressees.filter { content.addressee($0).name != nil || content.addressee($0).office != nil }
        for (position, id) in ids.enumerated() {
            try insert(content.addressee(id), as: id, into: edition, at: position)
            let official = content[.addressee(id), "official"]
            guard !official.isEmpty, try row("SELECT 1 AS one FROM official WHERE id = \(official)") != nil else { continue }
            try execute("UPDATE addressee SET official_id = \(official) WHERE id = \(id)")
        }
        try linkAddressees("a.edition_id = \(edition)")
    }
}
