import Documents
import Storage

/// Filling the text, the letter and the posts.
extension Restoration {
    mutating func mergeWords(_ output: Output.ID) throws {
        if let language = native.language {
            try mergeText(into: output, language)
            try mergeLetter(into: output, language)
            try mergeNote(.outcome, native.words.outcome, into: output, language)
            try mergeNote(.correction, native.words.correction, into: output, language)
        }
        guard try !db.hasSocialPosts(output) else { return }
        for (position, post) in native.socialPosts.enumerated() where !post.isEmpty { try db.insertSocialPost(post, into: output, at: position) }
    }

    private mutating func mergeText(into output: Output.ID, _ language: Language) throws {
        guard native.words.hasText else { return }
        let known = try db.text(of: output, in: language), said = native.words
        let merged = Text(
            language: language,
            headline: differences.settle("title", known: known?.headline, said: said.headline),
            lead: differences.settle("summary", known: known?.lead, said: said.lead),
            call: differences.settle("call", known: known?.call, said: said.call),
            background: settle("background", known: known?.background, said: Paragraphs(said.background ?? "").paragraphs),
            demands: settle("demands", known: known?.demands, said: Lines(said.demands).lines)
        )
        try db.replace(merged, in: output)
    }

    private mutating func mergeNote(_ kind: OutputNote.Kind, _ said: String?, into output: Output.ID, _ language: Language) throws {
        guard let said, !said.isEmpty else { return }
        guard let known = try db.note(kind, of: output, in: language) else { return try db.insert(OutputNote(kind, language, said), of: output) }
        if known != said { differences.note(kind.rawValue, said: said, known: known) }
    }

    private mutating func mergeLetter(into output: Output.ID, _ language: Language) throws {
        guard let letter = native.words.letter else { return }
        let known = try db.letter(of: output, in: language)
        let merged = ModelLetter(
            language: language,
            greeting: differences.settle("letters.salutation", known: known?.greeting, said: letter.greeting),
            body: settle("letters", known: known?.body, said: Paragraphs(letter.body).paragraphs),
            closing: differences.settle("letters.closing", known: known?.closing, said: letter.closing)
        )
        if !merged.body.isEmpty { try db.replace(merged, in: output) }
    }

    /// Of two different lists the known one stays, and the first words of the other are noted.
    private mutating func settle(_ field: String, known: [String]?, said: [String]) -> [String] {
        guard let known, !known.isEmpty else { return said }
        if !said.isEmpty && said != known {
            differences.note(field, said: String((said.first ?? "").prefix(60)), known: String((known.first ?? "").prefix(60)))
        }
        return known
    }
}
