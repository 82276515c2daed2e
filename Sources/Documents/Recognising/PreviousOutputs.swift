/// The link to the previous output, or its reference with date: "Follow-up on UA 52/10 (10 March 2010)".
struct PreviousOutputs {
    private let manuscript: Manuscript

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
    }

    func callAsFunction() -> Fact<String>? {
        if let value = manuscript.outline.value(.previous) {
            let text = value.text.split(separator: " ").first { $0.contains("://") }.map(String.init) ?? value.text
            return Fact(text, line: value.number, confidence: 0.95)
        }
        return manuscript.header.lazy.compactMap(followed).first ?? linked
    }

    /// "This is the fourth update of UA 44/11. Further information: https://…"
    private var linked: Fact<String>? {
        for line in manuscript.outline.lines where line.words.count <= 40 && line.utf8.contains(0x2F) {
            guard let link = line.text.split(separator: " ").first(where: { $0.contains("://") }), line.text.contains("amnesty.org"),
                manuscript.vocabulary[.ordinal].first(in: line.words, to: 8) != nil,
                manuscript.vocabulary[.update].first(in: line.words, to: 8) != nil,
                !CaseReferences.found(in: line, confidence: 0).isEmpty
            else { continue }
            return Fact(link.stripped, line: line.number, confidence: 0.8)
        }
        return nil
    }

    private func followed(_ header: HeaderLine) -> Fact<String>? {
        guard let match = header.references.first, header.dates.contains(where: { $0.role == .bracketed }) else { return nil }
        let rest = header.line.utf8[match.range.upperBound...]
        guard rest.first(where: { $0 != 0x20 }) == 0x28, let close = rest.firstIndex(of: 0x29) else { return nil }
        return Fact(header.line.text(match.range.lowerBound..<(close + 1)), line: header.line.number, confidence: 0.85)
    }
}
