/// What was translated before between two languages: the same words, or words that come near.
package struct TranslationMemory: Sendable {
    package struct Match: Sendable, Equatable {
        package let source: String
        package let target: String
        /// 100 for the same words.
        package let percent: Int
    }

    struct Entry: Sendable {
        let source: String
        let target: String
        let words: [String: Int]

        init(_ source: String, _ target: String) {
            self.source = source
            self.target = target
            words = TranslationMemory.counted(source)
        }
    }

    /// The latest first.
    let entries: [Entry]

    private static let nearest = 65
    private static let shown = 2

    /// The best matches first; of one translation once.
    package func matches(_ text: String) -> [Match] {
        let words = Self.counted(text), count = words.values.reduce(0, +)
        var found: [Match] = []
        for entry in entries {
            let percent = entry.source == text ? 100 : min(99, Self.likeness(words, count, entry.words))
            guard percent >= Self.nearest, !found.contains(where: { $0.target == entry.target }) else { continue }
            found.append(Match(source: entry.source, target: entry.target, percent: percent))
        }
        return Array(
            found.enumerated().sorted { ($1.element.percent, $0.offset) < ($0.element.percent, $1.offset) }.map(\.element).prefix(Self.shown))
    }

    /// Twice the words they share, of all words of both.
    private static func likeness(_ words: [String: Int], _ count: Int, _ others: [String: Int]) -> Int {
        let other = others.values.reduce(0, +)
        guard count > 0, other > 0, min(count, other) * 2 > max(count, other) else { return 0 }
        let shared = words.reduce(0) { $0 + min($1.value, others[$1.key] ?? 0) }
        return 200 * shared / (count + other)
    }

    static func counted(_ text: String) -> [String: Int] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.reduce(into: [:]) { $0[String($1), default: 0] += 1 }
    }
}
