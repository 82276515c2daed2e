import Documents

/// Headlines printed in capitals, brought to sentence case for storing; a section may style them in capitals again.
enum SentenceCase {
    /// Leaves a headline alone unless it is all capitals. Words that the document elsewhere writes with a capital inside a sentence keep it.
    static func headline(_ headline: String, knownFrom texts: String?...) -> String {
        guard isAllCapitals(headline) else { return headline }
        let names = texts.compactMap { $0 }.reduce(into: [String: String]()) { $0.merge(properNames(in: $1)) { first, _ in first } }
        let words = headline.split(separator: " ", omittingEmptySubsequences: false).map { word in
            names[word.trimmed.lowercased()].map { word.lowercased().replacing(word.trimmed.lowercased(), with: $0) } ?? word.lowercased()
        }
        let sentence = words.joined(separator: " ")
        return sentence.prefix(1).uppercased() + sentence.dropFirst()
    }

    /// The better print of two headlines that differ only in capitals: the one that knows more names, but not one that shouts every word.
    static func better(of known: String, _ said: String) -> String {
        if shouts(said) { return known }
        if shouts(known) { return said }
        return capitals(of: said) > capitals(of: known) ? said : known
    }

    private static func shouts(_ headline: String) -> Bool {
        let words = headline.split(separator: " ").filter { $0.count > 3 }
        return isAllCapitals(headline) || (words.count > 2 && words.allSatisfy { $0.first?.isUppercase == true })
    }

    private static func isAllCapitals(_ headline: String) -> Bool {
        headline == headline.uppercased() && headline.contains(where: \.isCased)
    }

    private static func capitals(of headline: String) -> Int {
        headline.count(where: \.isUppercase)
    }

    /// Words with a capital that do not begin a sentence, by their small letters; not those the text elsewhere writes small,
    /// which only stood in a title.
    private static func properNames(in text: String) -> [String: String] {
        let words = text.unicodeScalars.split(whereSeparator: \.isBlank).map(Substring.init),
            small = Set(words.lazy.map(\.trimmed).filter { $0.first?.isUppercase != true })
        return zip(words, words.dropFirst()).reduce(into: [:]) { names, pair in
            let word = pair.1.trimmed
            guard word.first?.isUppercase == true, let last = pair.0.last, !".!?:".contains(last) else { return }
            let lowered = word.lowercased()
            if !small.contains(lowered[...]) { names[lowered] = String(word) }
        }
    }
}

extension Substring {
    /// Without the punctuation around it, and without an English possessive.
    fileprivate var trimmed: Substring {
        if utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) { return self }
        var word = drop { !$0.isLetter }
        while let last = word.last, !last.isLetter, !last.isNumber { word.removeLast() }
        for ending in ["'s", "’s", "'S", "’S"] where word.hasSuffix(ending) { word.removeLast(2) }
        return word
    }
}
