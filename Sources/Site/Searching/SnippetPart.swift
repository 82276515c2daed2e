import Campaign
import Documents
import Mustache

/// A piece of the text in which a word was found. Templates escape it as they do everything.
struct SnippetPart: Sendable {
    let piece: String
    let isMatch: Bool
}

extension EntryPart {
    /// With the place where the words were found instead of what the entry says by itself.
    func showing(_ snippet: Snippet?) -> EntryPart {
        guard let snippet else { return self }
        var part = self
        part.hasSnippet = true
        part.snippet = snippet.pieces.map { SnippetPart(piece: $0.words, isMatch: $0.isMatch) }
        part.snippetLang = snippet.language.rawValue
        part.snippetDir = snippet.language.direction
        return part
    }
}

extension SnippetPart: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "piece": piece
        case "isMatch": isMatch
        default: nil
        }
    }
}
