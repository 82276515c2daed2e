/// The pronouns in the bracket behind a name: "(they/them)".
struct Pronouns {
    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary = .shared) {
        self.vocabulary = vocabulary
    }

    /// The pronouns and where their bracket begins; nil when the bracket holds something else.
    func callAsFunction(_ line: TextLine) -> (pronoun: String, bracket: Range<Int>)? {
        guard let open = line.utf8.firstIndex(of: 0x28), let close = line.utf8[open...].firstIndex(of: 0x29) else { return nil }
        let inside = line.part((open + 1)..<close)
        let hits = vocabulary[.gender].hits(in: inside.words)
        guard !hits.isEmpty, hits.reduce(0, { $0 + $1.words.count }) == inside.words.count else { return nil }
        return (inside.text, open..<(close + 1))
    }
}
