import Documents
import Storage

extension Connection {
    /// The outputs of an action with all their parts, in order of their ordinals. Twelve statements however many outputs there are, and one more when a contact fails.
    func outputs(of action: Action.ID, including filter: SQL) throws -> [Output] {
        try outputs(where: "o.action_id = \(action) AND (\(filter))")
    }

    /// The same of any outputs `o`, by their ordinals.
    func outputs(where condition: SQL) throws -> [Output] {
        let chosen: SQL = "SELECT o.id FROM output o WHERE \(condition)"
        let parts = try OutputParts(
            texts: grouped(rows("SELECT * FROM text WHERE output_id IN (\(chosen)) ORDER BY language")),
            letters: grouped(rows("SELECT * FROM model_letter WHERE output_id IN (\(chosen)) ORDER BY language")),
            posts: grouped(rows("SELECT * FROM social_post WHERE output_id IN (\(chosen)) ORDER BY position")),
            editions: editions(of: chosen),
            extensions: grouped(rows("SELECT * FROM deadline_extension WHERE output_id IN (\(chosen)) ORDER BY at, until, section")),
            notes: grouped(rows("SELECT * FROM output_note WHERE output_id IN (\(chosen)) ORDER BY kind, language")),
            adoptions: adoptions(of: chosen)
        )
        return try rows("SELECT o.* FROM output o WHERE \(condition) ORDER BY o.ordinal")
            .map { try Output($0, parts: parts) }
    }

    private func grouped(_ rows: [Row]) throws -> [Output.ID: [Row]] {
        try Dictionary(grouping: rows) { try $0("output_id") }
    }
}

/// The rows that hang below a set of outputs.
struct OutputParts {
    let texts: [Output.ID: [Row]]
    let letters: [Output.ID: [Row]]
    let posts: [Output.ID: [Row]]
    let editions: [Output.ID: [Edition]]
    let extensions: [Output.ID: [Row]]
    let notes: [Output.ID: [Row]]
    let adoptions: [Output.ID: [Adoption]]
}

extension Output {
    init(_ row: Row, parts: OutputParts) throws {
        let id: Output.ID = try row("id")
        let languages: String = try row("preferred_languages")
        self.init(
            id: id,
            ordinal: try row("ordinal"),
            kind: try row("kind"),
            isFinal: try row("is_final"),
            indexCode: try (row("index_code") as String?).flatMap { try? IndexCode($0) },
            issuedOn: try row("issued_on"),
            actUntilInDocument: try row("act_until"),
            ending: try Ending(row),
            outcome: try row("outcome"),
            eventOn: try row("event_on"),
            preferredLanguages: languages.split(separator: " ").map { Language(rawValue: String($0)) },
            ownLanguageWelcome: try row("own_language_welcome"),
            previousLink: try row("previous_link"),
            publishedAt: try row("published_at"),
            texts: try (parts.texts[id] ?? []).map(Text.init),
            letters: try (parts.letters[id] ?? []).map(ModelLetter.init),
            socialPosts: try (parts.posts[id] ?? []).map { try $0("words") },
            editions: parts.editions[id] ?? [],
            extensions: try (parts.extensions[id] ?? []).map(DeadlineExtension.init),
            notes: try (parts.notes[id] ?? []).map(OutputNote.init),
            corrects: try row("corrects"),
            audience: try row("audience"),
            adoptions: parts.adoptions[id] ?? []
        )
    }
}

extension Ending {
    /// nil when neither a day nor a reason is known.
    init?(_ row: Row) throws {
        let on: Day? = try row("ended_on")
        let reason: EndReason? = try row("end_reason")
        guard on != nil || reason != nil else { return nil }
        self.init(on: on, reason: reason)
    }
}

extension Text {
    init(_ row: Row) throws {
        self.init(
            language: try row("language"),
            headline: try row("headline"),
            lead: try row("lead"),
            call: try row("call"),
            background: try (row("background") as Paragraphs?)?.paragraphs ?? [],
            demands: try (row("demands") as Lines).lines
        )
    }
}

extension ModelLetter {
    init(_ row: Row) throws {
        self.init(
            language: try row("language"),
            greeting: try row("greeting"),
            body: try (row("body") as Paragraphs).paragraphs,
            closing: try row("closing")
        )
    }
}
