package import Documents

/// One short form's worth of a manuscript. Its fields are named by their part: `text.en.headline`, `facts.act_until`.
package enum ManuscriptPart: Hashable, Sendable {
    case facts
    case text(Language)
    case letter(Language)
    /// What the section tells its readers to do.
    case words(Language)
    /// By the id of its row.
    case addressee(String)
    case posts

    /// As an address has it: "facts", "text-en", "to-…".
    package var slug: String {
        switch self {
        case .facts: "facts"
        case .text(let language): "text-\(language.rawValue)"
        case .letter(let language): "letter-\(language.rawValue)"
        case .words(let language): "words-\(language.rawValue)"
        case .addressee(let id): "to-\(id)"
        case .posts: "posts"
        }
    }

    package init?(slug: String) {
        guard let dash = slug.firstIndex(of: "-") else {
            switch slug {
            case "facts": self = .facts
            case "posts": self = .posts
            default: return nil
            }
            return
        }
        let rest = String(slug[slug.index(after: dash)...]), language = Language(rawValue: rest)
        guard rest.utf8.count <= 40, language.isTag else { return nil }
        switch slug[..<dash] {
        case "text": self = .text(language)
        case "letter": self = .letter(language)
        case "words": self = .words(language)
        case "to": self = .addressee(rest)
        default: return nil
        }
    }

    /// What the names of its fields begin with.
    package var prefix: String {
        switch self {
        case .facts: "facts."
        case .text(let language): "text.\(language.rawValue)."
        case .letter(let language): "letter.\(language.rawValue)."
        case .words(let language): "words.\(language.rawValue)."
        case .addressee(let id): "to.\(id)."
        case .posts: "posts."
        }
    }

    /// Its fields, in the order of its form, each with the most letters it takes.
    package var fields: [(name: String, most: Int)] {
        switch self {
        case .facts:
            [
                ("countries", 200), ("subjects", 8_000), ("kind", 20), ("final", 3), ("index_code", 100), ("issued_on", 10), ("act_until", 10),
                ("event_on", 10), ("preferred", 100), ("own_language", 3), ("topics", 1_000), ("previous", 300),
            ]
        case .text: [("headline", 300), ("lead", 4_000), ("call", 1_000), ("demands", 8_000), ("background", 30_000)]
        case .letter: [("greeting", 300), ("body", 20_000), ("closing", 300)]
        case .words: [("instructions", 8_000), ("postal", 4_000), ("safety", 4_000)]
        case .addressee: [("order", 3), ("role", 6), ("name", 200), ("office", 300), ("salutation", 300), ("contacts", 8_000), ("official", 60)]
        case .posts: (1...Self.mostPosts).map { ("\($0)", 2_000) }
        }
    }

    package static let mostPosts = 12

    /// The part a field belongs to, and its bare name.
    package static func of(_ field: String) -> (part: ManuscriptPart, name: String)? {
        let pieces = field.split(separator: ".").map(String.init)
        switch (pieces.first, pieces.count) {
        case ("facts", 2): return (.facts, pieces[1])
        case ("posts", 2): return (.posts, pieces[1])
        case ("text", 3): return (.text(Language(rawValue: pieces[1])), pieces[2])
        case ("letter", 3): return (.letter(Language(rawValue: pieces[1])), pieces[2])
        case ("words", 3): return (.words(Language(rawValue: pieces[1])), pieces[2])
        case ("to", 3): return (.addressee(pieces[1]), pieces[2])
        default: return nil
        }
    }
}
