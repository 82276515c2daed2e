/// The language of the document's own text: that of its lead, else of its background, its letters, all of it.
struct DocumentLanguage {
    private let manuscript: Manuscript

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
    }

    func callAsFunction(lead: String?, background: String?, letters: [ActionDraft.Letter]) -> Fact<Language>? {
        let told = TextLanguage(manuscript.vocabulary)
        let own = [lead, background].compactMap { $0 }.map { TextLine($0, number: 0) }
        if let fact = told(own), fact.confidence > 0.55 { return fact }
        let texts = (manuscript.outline.opening + manuscript.outline.loose.flatMap(\.lines)).filter(manuscript.marks.isSentence)
        if let fact = told(texts), fact.confidence > 0.6 { return fact }
        return letters.first?.language.map { Fact($0, confidence: 0.6) } ?? told(manuscript.outline.lines)
    }
}
