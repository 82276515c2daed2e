/// Phrases that can be found among the words of a line, the longest first. Words of a phrase must not be parted by more than a blank or a hyphen.
struct PhraseSet: Sendable {
    /// A phrase found.
    struct Hit: Sendable {
        /// Which words of the line.
        let words: Range<Int>
        /// What the phrase stands for: a month's number, a country's code, a kind of heading.
        let value: String
        /// The language whose file has the phrase; nil for data without language.
        let language: String?
    }

    private struct Entry {
        let words: [String]
        let value: String
        let language: String?
    }

    private var entries: [String: [Entry]] = [:]
    /// A bit for each mark that a first word has.
    private var marks = [UInt64](repeating: 0, count: 64)

    init() {}

    mutating func insert(_ phrase: String, value: String, language: String? = nil) {
        let words = Folding.words(phrase)
        guard let first = words.first else { return }
        var known = entries[first, default: []]
        guard !known.contains(where: { $0.words == words && $0.value == value }) else { return }
        let place = known.firstIndex { $0.words.count < words.count } ?? known.endIndex
        known.insert(Entry(words: words, value: value, language: language), at: place)
        entries[first] = known
        let mark = Folding.mark(of: first)
        marks[mark >> 6] |= 1 << UInt64(mark & 63)
    }

    /// The longest phrase that begins at a word.
    func hit(in words: [Word], at index: Int) -> Hit? {
        guard index < words.count, mayBegin(words[index]), let known = entries[words[index].folded] else { return nil }
        for entry in known where matches(entry.words, words, index) {
            return Hit(words: index..<(index + entry.words.count), value: entry.value, language: entry.language)
        }
        return nil
    }

    /// Every phrase in a stretch of words, from left to right, none overlapping.
    func hits(in words: [Word], from start: Int = 0, to end: Int? = nil, limit: Int = .max) -> [Hit] {
        var hits: [Hit] = []
        var index = start
        let end = min(end ?? words.count, words.count)
        while index < end, hits.count < limit {
            if let hit = hit(in: words, at: index) {
                hits.append(hit)
                index = hit.words.upperBound
            } else {
                index += 1
            }
        }
        return hits
    }

    func first(in words: [Word], from start: Int = 0, to end: Int? = nil) -> Hit? {
        hits(in: words, from: start, to: end, limit: 1).first
    }

    /// Nearly every word begins no phrase; this tells most of them without the dictionary.
    private func mayBegin(_ word: Word) -> Bool {
        marks[word.mark >> 6] & 1 << UInt64(word.mark & 63) != 0
    }

    private func matches(_ phrase: [String], _ words: [Word], _ index: Int) -> Bool {
        guard index + phrase.count <= words.count else { return false }
        for offset in 1..<max(1, phrase.count) {
            let word = words[index + offset]
            // "NAME(S) AND PRONOUN(S)": the bracket of an ending parts no words, nor does a comma in a long phrase
            let isEnding = phrase[offset] == "s" || phrase[offset - 1] == "s" || phrase.count > 3
            guard word.folded == phrase[offset], word.joint != .mark || isEnding else { return false }
        }
        return true
    }
}
