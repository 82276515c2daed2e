/// A title in capitals run into the lead: "URGENT ACTION TITLE OF THE CASE The lead begins …".
enum CapitalTitle {
    /// The line in two parts where it is so made, else the line itself.
    static func parts(of line: TextLine, _ vocabulary: Vocabulary) -> [TextLine] {
        guard line.words.count >= 8, let banner = vocabulary.headings.hit(in: line.words, at: 0), banner.value == Heading.banner.rawValue else {
            return [line]
        }
        let start = banner.words.upperBound
        guard line.words[banner.words].allSatisfy({ $0.shape == .capitals }) else { return countryParts(of: line, start) }
        guard var end = line.words[start...].firstIndex(where: { $0.shape != .capitals && !$0.isNumber }), end - start >= 2 else { return [line] }
        // "A court has …": the one letter belongs to the lead
        if line.words[end - 1].range.count == 1, line.words[end].shape == .small { end -= 1 }
        let cut = line.words[end - 1].range.upperBound
        return [line.part(0..<cut), line.part(from: cut)]
    }

    /// "Urgent Action Deutschland Einer Lehrerin droht …": the country it is addressed to, then the text.
    private static func countryParts(of line: TextLine, _ start: Int) -> [TextLine] {
        guard let hit = CountryNames.shared.hit(in: line.words, at: start), hit.kind == .name, line.words[start].joint == .blank,
            line.words.count - hit.words.upperBound >= 7
        else { return [line] }
        let cut = line.words[hit.words.upperBound - 1].range.upperBound
        return [line.part(0..<cut), line.part(from: cut)]
    }
}
