/// Lines joined to paragraphs. Wrapped lines are joined, long lines are paragraphs of their own.
struct Paragraphs {
    /// A paragraph with the number of its first line.
    struct Paragraph: Sendable {
        let text: String
        let line: Int
    }

    let all: [Paragraph]

    init(_ lines: [TextLine]) {
        var all: [Paragraph] = []
        var block: [TextLine] = []
        func finish() {
            guard !block.isEmpty else { return }
            all += Self.paragraphs(of: block)
            block = []
        }
        for line in lines {
            if line.isBlank { finish() } else { block.append(line) }
        }
        finish()
        self.all = all
    }

    /// The paragraphs with an empty line between two.
    var text: String { all.map(\.text).joined(separator: "\n\n") }

    /// Lines above this length were not wrapped by a page.
    private static let pageWidth = 160

    private static func paragraphs(of block: [TextLine]) -> [Paragraph] {
        let width = block.map(\.utf8.count).max() ?? 0
        guard width <= pageWidth else { return block.map { Paragraph(text: $0.text, line: $0.number) } }
        var paragraphs: [Paragraph] = []
        var parts: [String] = []
        var first = block[0].number
        for line in block {
            if parts.isEmpty { first = line.number }
            parts.append(line.text)
            if line.utf8.count * 4 < width * 3, line.endsSentence {
                paragraphs.append(Paragraph(text: parts.joined(separator: " "), line: first))
                parts = []
            }
        }
        if !parts.isEmpty { paragraphs.append(Paragraph(text: parts.joined(separator: " "), line: first)) }
        return paragraphs
    }
}

extension TextLine {
    /// Whether the line ends as a sentence does.
    var endsSentence: Bool {
        guard let last = text.unicodeScalars.last(where: { !"”\"»’')".unicodeScalars.contains($0) }) else { return false }
        return ".!?:]…؟".unicodeScalars.contains(last)
    }
}
