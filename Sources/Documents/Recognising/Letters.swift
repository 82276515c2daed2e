/// The model letters of a document, in its order.
struct Letters {
    private let manuscript: Manuscript

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
    }

    func callAsFunction() -> [Fact<ActionDraft.Letter>] {
        manuscript.outline.sections(.letter).compactMap { LetterReading($0, manuscript.vocabulary)() }
    }
}
