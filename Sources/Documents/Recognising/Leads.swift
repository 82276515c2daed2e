/// The lead: the labelled summary, or the first paragraph of text.
struct Leads {
    private let manuscript: Manuscript

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
    }

    func callAsFunction() -> Fact<String>? {
        if let section = manuscript.outline.first(.summary), let first = Paragraphs(section.lines).all.first {
            return Fact(first.text, line: first.line, confidence: 0.95)
        }
        if let first = Paragraphs(manuscript.openingText).all.first { return Fact(first.text, line: first.line, confidence: 0.85) }
        let texts = manuscript.outline.sections.filter { $0.heading == nil || $0.heading == .narrative }
        return texts.lazy.flatMap { $0.written }.first(where: manuscript.marks.isSentence).map { Fact($0.text, line: $0.number, confidence: 0.6) }
    }
}
