import Documents
import Foundation

/// Words by which a letter is judged, per language: what insults, how requests are worded, what they are about.
///
/// Short lists, kept as data (`Advice.json`): they find what is plain and leave the rest to the writer.
package struct AdviceWords: Sendable {
    struct Lists: Decodable, Sendable {
        /// Whole words.
        let insults: [String]
        /// Beginnings of words; whole words where they end in "$".
        let asks: [String]
        /// Beginnings of words by topic: "release", "charges", "care".
        let topics: [String: [String]]
    }

    private let lists: [Language: Lists]

    package init() throws {
        let data = try Data(contentsOf: Resources.folder.appending(path: "Advice.json"))
        let lists = try JSONDecoder().decode([String: Lists].self, from: data)
        self.lists = Dictionary(uniqueKeysWithValues: lists.map { (Language(rawValue: $0.key), $0.value.folded) })
    }

    func insult(in text: String, _ language: Language) -> String? {
        let insults = Set(self[language]?.insults ?? [])
        return FoldedWords(text).words.first { insults.contains($0.folded) }?.printed
    }

    /// Whether a sentence asks for something.
    func asks(in sentence: String, _ language: Language) -> Bool {
        FoldedWords(sentence).hasBeginning(of: self[language]?.asks ?? [])
    }

    /// The topics that a text speaks of.
    func topics(in text: String, _ language: Language) -> Set<String> {
        let words = FoldedWords(text)
        return Set((self[language]?.topics ?? [:]).filter { words.hasBeginning(of: $0.value) }.map(\.key))
    }

    /// Every topic that some language has words for; the site has a name for each.
    package var allTopics: Set<String> { Set(lists.values.flatMap { $0.topics.keys }) }

    private subscript(language: Language) -> Lists? { lists[language] ?? lists[Language(rawValue: language.primary)] }
}

extension AdviceWords.Lists {
    fileprivate var folded: Self {
        Self(
            insults: insults.map(FoldedWords.folded), asks: asks.map(FoldedWords.folded),
            topics: topics.mapValues { $0.map(FoldedWords.folded) }
        )
    }
}
