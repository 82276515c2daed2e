/// Tells the language of a text by its commonest small words.
struct TextLanguage: Sendable {
    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary = .shared) {
        self.vocabulary = vocabulary
    }

    /// The language with the most common words, if it leads clearly.
    func callAsFunction(_ lines: some Sequence<TextLine>) -> Fact<Language>? {
        var counts: [String: Int] = [:]
        var total = 0
        for line in lines {
            for word in line.words where word.shape == .small || word.folded.utf8.first ?? 0 > 0x80 {
                total += 1
                for language in vocabulary.languagesOfWord[word.folded] ?? [] { counts[language, default: 0] += 1 }
            }
            if total > 5000 { break }
        }
        let ranked = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        guard let best = ranked.first, best.value >= 2 else { return nil }
        let second = ranked.dropFirst().first?.value ?? 0
        return Fact(Language(best.key), confidence: best.value > second ? 0.5 + 0.5 * Double(best.value - second) / Double(best.value) : 0.4)
    }
}
