/// The actions of a page that prints several in full, one below the other: each begins with a number of its own and holds
/// a letter or addresses.
struct ActionParts {
    /// The lines of each action; one part for nearly every document.
    let all: [[TextLine]]

    /// More actions than this are an archive, not a page.
    private static let limit = 40

    init(_ lines: [TextLine], vocabulary: Vocabulary = .shared) {
        let marks = LineMarks(vocabulary)
        var seen: Set<Int> = []
        let starts = lines.indices.filter { index in
            guard lines[index].utf8.contains(0x2F), let match = ReferenceScanner(lines[index].utf8).all(limit: 1).first else { return false }
            return match.range.lowerBound == 0 && match.prefix != nil && seen.insert(match.serial).inserted
        }
        guard (2...Self.limit).contains(starts.count) else {
            all = [lines]
            return
        }
        let parts = zip([0] + starts.dropFirst(), starts.dropFirst() + [lines.count]).map { Array(lines[$0..<$1]) }
        let finder = HeadingFinder(vocabulary)
        all = parts.allSatisfy { Self.isAction($0, marks, finder) } ? parts : [lines]
    }

    /// Whether a part is an action by itself: it has a letter, or says whom to ask for what.
    private static func isAction(_ lines: [TextLine], _ marks: LineMarks, _ finder: HeadingFinder) -> Bool {
        if lines.contains(where: marks.isGreetingAlone) { return true }
        let headings = Set(lines.compactMap { finder.match($0)?.heading })
        return !headings.isDisjoint(with: [.targets, .contacts, .letter]) && lines.contains(where: marks.isSentence)
    }
}
