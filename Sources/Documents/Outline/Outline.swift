/// A document in its parts: the opening with number, title and lead, then sections by their headings.
struct Outline: Sendable {
    /// Every line, in order.
    let lines: [TextLine]
    /// What comes before the first section that holds lines.
    let opening: [TextLine]
    let sections: [Section]

    init(_ lines: [TextLine], vocabulary: Vocabulary = .shared) {
        var builder = OutlineBuilder(vocabulary)
        for line in lines { builder.add(line) }
        self.lines = lines
        (opening, sections) = builder.finished()
    }

    func sections(_ headings: Heading...) -> [Section] {
        sections.filter { section in section.heading.map(headings.contains) ?? false }
    }

    func first(_ heading: Heading) -> Section? {
        sections.first { $0.heading == heading && $0.value != nil }
    }

    /// The value beside or below a label.
    func value(_ heading: Heading) -> TextLine? { first(heading)?.value }

    /// Text between sections.
    var loose: [Section] { sections.filter { $0.heading == nil } }
}
