package import Documents

/// What to say on the telephone, a step a line, in one language.
package struct CallScript: Sendable, Equatable {
    package let language: Language
    package let lines: [String]

    /// nil when nobody wrote the phrases of that language down.
    ///
    /// - Parameters:
    ///   - letter: whose requests are read out; its greeting opens the call where there is one.
    ///   - subject: whom the call is about.
    ///   - demands: what the case asks for, for a letter without words.
    package init?(
        _ letter: Letter, about subject: String, place: String, demands: [String] = [], phrases: CallPhrases, words: AdviceWords
    ) {
        guard let said = phrases[letter.language] else { return nil }
        let asked = letter.paragraphs.flatMap(Sentences.of).filter { words.asks(in: $0, letter.language) }
        let requests = letter.paragraphs.isEmpty ? demands : asked
        let isBare = letter.name.isEmpty || place.isEmpty
        let opening = isBare ? said.openingBare : MergeText(said.opening).filled([.name: letter.name, .place: place])
        language = letter.language
        lines =
            [opening, said.about.replacing("{subject}", with: subject)]
            + (requests.isEmpty ? [] : [said.plea] + requests.prefix(3)) + [said.thanks]
    }
}
