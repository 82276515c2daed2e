/// The background: the section that is called so, else – on pages that call nothing so – the text between lead and instructions,
/// and in an outcome the text behind its first paragraph.
struct Backgrounds {
    private let manuscript: Manuscript

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
    }

    func callAsFunction(kind: OutputKind?, lead: String?) -> Fact<String>? {
        labelled ?? (kind == .outcome ? ofOutcome(lead) : beforeInstructions)
    }

    private var labelled: Fact<String>? {
        let sections = manuscript.outline.sections(.background, .resources).filter { $0.value != nil }
        guard let first = sections.first(where: { $0.heading == .background }) ?? sections.first, let line = first.value else { return nil }
        return Fact(Paragraphs(first.lines).text, line: line.number, confidence: 0.95)
    }

    private var beforeInstructions: Fact<String>? {
        guard manuscript.outline.sections.first(where: { $0.heading != .issued && $0.heading != .index })?.heading == .action else { return nil }
        return text(of: Array(Paragraphs(manuscript.openingText).all.dropFirst()))
    }

    private func ofOutcome(_ lead: String?) -> Fact<String>? {
        let loose = manuscript.outline.loose.flatMap { Paragraphs($0.lines).all }
        return text(of: (Paragraphs(manuscript.openingText).all + loose).filter { $0.text != lead })
    }

    private func text(of paragraphs: [Paragraphs.Paragraph]) -> Fact<String>? {
        let kept = paragraphs.filter { paragraph in
            let line = TextLine(paragraph.text, number: paragraph.line)
            return (manuscript.marks.isSentence(line) || line.words.count > 3 && line.endsSentence)
                && manuscript.vocabulary[.outcome].first(in: line.words) == nil
        }
        guard let first = kept.first else { return nil }
        return Fact(kept.map(\.text).joined(separator: "\n\n"), line: first.line, confidence: 0.7, note: FindingNote(.noHeading))
    }
}
