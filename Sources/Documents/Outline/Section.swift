/// A stretch of a document under one heading; without heading it is text between others.
struct Section: Sendable {
    let heading: Heading?
    /// The line of the heading.
    let label: TextLine?
    /// The language the heading names.
    var language: Language?
    /// What stands beside the label, then the lines below.
    var lines: [TextLine]

    init(_ heading: Heading?, label: TextLine? = nil, language: Language? = nil, lines: [TextLine] = []) {
        self.heading = heading
        self.label = label
        self.language = language
        self.lines = lines
    }

    /// The lines that are not blank.
    var written: [TextLine] { lines.filter { !$0.isBlank } }

    /// The first written line: the value of a label.
    var value: TextLine? { lines.first { !$0.isBlank } }
}
