package import Documents

/// A shorter letter for a link that cannot carry the whole one: what it is about, and what is asked.
package struct ShortLetter: Sendable {
    /// The best shorter letters first; each keeps greeting, closing and name.
    package let candidates: [Letter]

    /// - Parameter words: how requests are worded in the letter's language.
    package init(_ letter: Letter, asking words: AdviceWords) {
        let asking = letter.paragraphs.filter { words.asks(in: $0, letter.language) }
        let sentences = letter.paragraphs.flatMap(Sentences.of).filter { words.asks(in: $0, letter.language) }
        let opening = letter.paragraphs.first.map { Sentences.of($0).prefix(1) }.map(Array.init) ?? []
        let choices = [
            letter.paragraphs.prefix(1) + asking.filter { $0 != letter.paragraphs.first },
            opening[...] + sentences.filter { $0 != opening.first },
            (sentences.first.map { [$0] } ?? [])[...],
        ]
        candidates = sentences.isEmpty ? [] : choices.map { letter.saying(Array($0)) }.filter { !$0.paragraphs.isEmpty && $0 != letter }
    }

    /// The first that fits; nil when even the shortest does not.
    package func fitting(_ fits: (Letter) -> Bool) -> Letter? { candidates.first(where: fits) }
}
