/// Two versions of a text, each cut to where they differ, with a few words before and after.
///
///     Excerpts("Act until 3 January.", "Act until 9 January.").after   // "Act until 9 January."
struct Excerpts: Equatable {
    let before: String
    let after: String

    /// Words that stay on either side.
    private static let around = 6

    init(_ old: String?, _ new: String?) {
        let one = Self.words(old), other = Self.words(new)
        let head = zip(one, other).prefix { $0 == $1 }.count
        let tail = min(zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count, min(one.count, other.count) - head)
        before = Self.cut(one, head, tail)
        after = Self.cut(other, head, tail)
    }

    private static func words(_ text: String?) -> [Substring] {
        (text ?? "").split(whereSeparator: \.isWhitespace)
    }

    private static func cut(_ words: [Substring], _ head: Int, _ tail: Int) -> String {
        guard !words.isEmpty else { return "–" }
        let first = max(0, head - around), last = min(words.count, words.count - tail + around)
        let middle = words[first..<last].joined(separator: " ")
        return (first > 0 ? "… " : "") + middle + (last < words.count ? " …" : "")
    }
}
