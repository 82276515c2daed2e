package import Documents

/// An output's words in one language, as a snippet is cut from them.
struct SearchText {
    let language: Language
    let fields: [String]
}

/// The place in a text where the words were found. Pieces of plain text: whoever shows them escapes them.
package struct Snippet: Sendable, Equatable {
    package struct Piece: Sendable, Equatable {
        package let words: String
        package let isMatch: Bool
    }

    package let language: Language
    package let pieces: [Piece]

    private static let before = 70
    private static let length = 230

    /// The first place that has most of the terms, in the first of `languages` that has any. nil when only the headline has them.
    ///
    /// - Parameters:
    ///   - thoroughly: whether to look through the texts of all languages, or only the best one.
    ///   - forms: of each language, kept from one result to the next.
    init?(
        _ texts: [SearchText], _ terms: [SearchTerm], preferring languages: [Language], thoroughly: Bool, _ forms: inout [Language: WordForms]
    ) {
        let order = texts.indices.sorted { one, other in
            let places = [one, other].map { languages.firstIndex(of: texts[$0].language) ?? languages.count }
            return (places[0], one) < (places[1], other)
        }
        var best: (count: Int, language: Language, field: String, hits: [Range<String.Index>])?
        for index in thoroughly ? order[...] : order.prefix(1) where best == nil {
            let language = texts[index].language
            var words = forms[language] ?? WordForms(language)
            for field in texts[index].fields where best?.count ?? 0 < terms.count {
                let (count, hits) = Self.hits(in: field, terms, &words)
                if count > best?.count ?? 0 { best = (count, language, field, hits) }
            }
            forms[language] = words
        }
        guard let best else { return nil }
        language = best.language
        pieces = Self.cut(best.field, best.hits)
    }

    private static func hits(in field: String, _ terms: [SearchTerm], _ words: inout WordForms) -> (count: Int, hits: [Range<String.Index>]) {
        var found: Set<Int> = [], hits: [Range<String.Index>] = []
        let beginnings = words.keepBeginnings ? Set(terms.flatMap(\.forms).compactMap(\.utf8.first)) : nil
        for word in SoughtWords(field) {
            // what stands further off is not shown any more
            if found.count == terms.count, let first = hits.first, field.utf8.distance(from: first.lowerBound, to: word.startIndex) > 4 * length {
                break
            }
            // most words differ from all that are sought in their first letter
            if let beginnings, let first = word.utf8.first, first < 0x80, !beginnings.contains(first | 0x20) { continue }
            let forms = words.forms(of: word)
            guard let term = terms.firstIndex(where: { term in forms.contains(where: term.forms.contains) }) else { continue }
            found.insert(term)
            hits.append(word.startIndex..<word.endIndex)
        }
        return (found.count, hits)
    }

    private static func cut(_ field: String, _ hits: [Range<String.Index>]) -> [Piece] {
        guard let first = hits.first else { return [] }
        var start = field.index(first.lowerBound, offsetBy: -before, limitedBy: field.startIndex) ?? field.startIndex
        if start > field.startIndex { start = field[start..<first.lowerBound].firstIndex(where: \.isWhitespace) ?? start }
        var end = field.index(start, offsetBy: length, limitedBy: field.endIndex) ?? field.endIndex
        if end < field.endIndex { end = field[first.upperBound..<max(end, first.upperBound)].lastIndex(where: \.isWhitespace) ?? end }
        var pieces: [Piece] = [], place = start
        func add(_ range: Range<String.Index>, isMatch: Bool) {
            let words = String(field[range].map { $0.isNewline ? " " : $0 })
            if !words.isEmpty { pieces.append(Piece(words: words, isMatch: isMatch)) }
        }
        if start > field.startIndex { pieces.append(Piece(words: "… ", isMatch: false)) }
        for hit in hits where hit.lowerBound >= place && hit.upperBound <= end {
            add(place..<hit.lowerBound, isMatch: false)
            add(hit, isMatch: true)
            place = hit.upperBound
        }
        if place < end { add(place..<end, isMatch: false) }
        if end < field.endIndex { pieces.append(Piece(words: " …", isMatch: false)) }
        return pieces
    }
}
