/// Parts a run of lines into addressees. A line without label after lines with labels begins the next one; a blank line does,
/// where blank lines part blocks rather than every line from the next.
struct ContactBlocks {
    private(set) var blocks: [(first: TextLine?, block: ContactBlock)] = []
    private let manuscript: Manuscript
    private var current = ContactBlock()
    private var first: TextLine?

    init(_ lines: [TextLine], _ manuscript: Manuscript) {
        self.manuscript = manuscript
        let isCompact = zip(lines, lines.dropFirst()).contains { !$0.isBlank && !$1.isBlank && $0.number != $1.number }
        var followsBlank = false
        for line in lines {
            if line.isBlank {
                followsBlank = true
                continue
            }
            if isPlaced(line) { continue }
            if manuscript.marks.isSentence(line), !ContactFields(line, vocabulary: manuscript.vocabulary).hasLabels { continue }
            add(line, afterBlank: followsBlank && isCompact)
            followsBlank = false
        }
        finish()
    }

    /// "Geneva, 7 January 2002": where and when the appeal was written is no address.
    private func isPlaced(_ line: TextLine) -> Bool {
        line.words.count <= 7 && manuscript.vocabulary[.issuingPlace].hit(in: line.words, at: 0) != nil
            && DateFinder(manuscript.vocabulary).hits(in: line).last?.words.upperBound == line.words.count
    }

    private mutating func add(_ line: TextLine, afterBlank: Bool) {
        let fields = ContactFields(manuscript.marks.itemText(line), vocabulary: manuscript.vocabulary)
        let isHead = fields.fields.first?.label == nil
        if isHead, current.hasLabels, !(fields.fields.count == 1 && current.takeMore(line)) {
            finish()
        } else if isHead, fields.fields.count == 1, current.hasLabels {
            return
        } else if isHead, afterBlank, current.head.count >= 2 {
            finish()
        } else if isHead, fields.hasLabels, !current.isEmpty, fields.fields[0].value.words.count > 6 {
            finish()
        }
        if first == nil { first = line }
        for field in fields.fields { current.take(field) }
    }

    private mutating func finish() {
        if !current.isEmpty { blocks.append((first, current)) }
        current = ContactBlock()
        first = nil
    }
}
