/// Puts words together that the end of a line cut, and leaves those that have a hyphen of their own.
struct Hyphens {
    private let whole: Set<String>
    /// Whether the document cuts words at all: a browser only breaks where a hyphen stands anyway.
    private let cutsWords: Bool

    init(_ lines: [PrintedLine], wraps: [Bool]) {
        whole = Set(lines.flatMap { $0.words.map { $0.text.lowercased() } })
        let wrapped = zip(lines, wraps).filter(\.1).map(\.0)
        let cut = wrapped.count { Self.isCut($0.text) }
        cutsWords = cut >= 3 && cut * 25 >= wrapped.count
    }

    /// Adds the next line to a text, which may be long: only its end is looked at.
    func append(_ next: String, to text: inout String) {
        let last = Self.lastWord(text), first = next.split(separator: " ", maxSplits: 1).first.map(String.init) ?? ""
        let isAddress = last.contains("://") && last.last.map { "/-_?=&.".contains($0) } ?? false
        let endsInHyphen = last.count > 1 && (last.hasSuffix("-") || last.hasSuffix("\u{2010}"))
        if !isAddress, !endsInHyphen { text += " " }
        if !isAddress, endsInHyphen, Self.isCut(last), first.first?.isLowercase ?? false, !isHyphenated(last, first) { text.removeLast() }
        text += next
    }

    /// Of a word without end its last letters.
    private static func lastWord(_ text: String) -> String {
        let end = text.unicodeScalars.suffix(200)
        return String(end.lastIndex(of: " ").map { end[end.index(after: $0)...] } ?? end)
    }

    private func isHyphenated(_ last: String, _ first: String) -> Bool {
        if whole.contains(last.dropLast().lowercased() + first.lowercased()) { return false }
        return !cutsWords || whole.contains(last.lowercased() + first.lowercased()) || last.dropLast().contains("-")
    }

    private static func isCut(_ text: String) -> Bool {
        guard text.hasSuffix("-") || text.hasSuffix("\u{2010}") else { return false }
        return text.dropLast().last?.isLetter ?? false
    }
}
