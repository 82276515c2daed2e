import Foundation

/// The words of a text without case and accents, so that they can be compared.
struct FoldedWords {
    let words: [(printed: String, folded: String)]

    init(_ text: String) {
        words = text.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
            .map { (String($0), Self.folded(String($0))) }
    }

    static func folded(_ word: String) -> String {
        word.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }

    /// Whether a word begins so, or is the whole word for a stem that ends in "$".
    ///
    /// Arabic writes "and", "so", "that" and "the" onto the word that follows.
    func hasBeginning(of stems: [String]) -> Bool {
        words.contains { word in
            let bare = word.folded.drop { "وفبلك".contains($0) }, article = bare.hasPrefix("ال") ? bare.dropFirst(2) : bare
            return stems.contains { stem in [word.folded[...], bare, article].contains { Self.begins($0, stem) } }
        }
    }

    private static func begins(_ word: Substring, _ stem: String) -> Bool {
        stem.hasSuffix("$") ? word == stem.dropLast() : word.hasPrefix(stem)
    }

    /// Beginnings of the words that carry the meaning: five letters of those that have at least four.
    var stems: Set<String> {
        Set(words.map(\.folded).filter { $0.count >= 4 }.map { String($0.prefix(5)) })
    }
}
