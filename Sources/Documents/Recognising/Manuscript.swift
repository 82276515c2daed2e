/// A document as the recognisers see it: its outline, its opening taken apart, the vocabulary.
struct Manuscript: Sendable {
    let outline: Outline
    let opening: Opening
    let vocabulary: Vocabulary
    let marks: LineMarks
    /// Whether the document calls itself an urgent action or asks for letters.
    let saysUrgent: Bool
    /// Whether it gives itself that name.
    let isCalledUrgent: Bool

    init(_ lines: [TextLine], vocabulary: Vocabulary = .shared) {
        outline = Outline(lines, vocabulary: vocabulary)
        opening = Opening(outline.opening, vocabulary, firstLine: lines.first { !$0.isBlank }?.number)
        self.vocabulary = vocabulary
        marks = LineMarks(vocabulary)
        let urgent = outline.lines.prefix(400).flatMap { vocabulary[.urgent].hits(in: $0.words, limit: 5) }
        saysUrgent = !urgent.isEmpty
        isCalledUrgent = urgent.contains { $0.value != "ask" }
    }
}

extension Manuscript {
    /// The fields of the header: the opening before its text.
    var headerFields: [HeaderLine] { opening.fields }
    /// Every line of the opening, taken apart.
    var header: [HeaderLine] { opening.lines }
    /// The lead and what follows it in the opening.
    var openingText: [TextLine] { opening.text }
    /// Which field carries the number of the document itself.
    var numberLine: Int? { opening.numberField }
}
