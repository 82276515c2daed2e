/// Puts lines into sections, one after another. Besides headings it knows three beginnings that have none:
/// the greeting of a letter, a list of instructions, and the addresses below such a list.
struct OutlineBuilder {
    private let vocabulary: Vocabulary
    private let finder: HeadingFinder
    private let marks: LineMarks
    private var opening: [TextLine] = []
    private var sections: [Section] = []
    private var current: Section?
    private var isInOpening = true
    private var hasItems = false
    /// The written line before.
    private var last: TextLine?

    init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        finder = HeadingFinder(vocabulary)
        marks = LineMarks(vocabulary)
    }

    mutating func add(_ line: TextLine) {
        for piece in finder.pieces(of: line) { addPiece(piece) }
        if !line.isBlank { last = line }
    }

    mutating func finished() -> (opening: [TextLine], sections: [Section]) {
        close()
        return (opening, sections)
    }

    /// A heading's value may begin with a heading; no document nests them deeper than a few.
    private mutating func addPiece(_ line: TextLine, depth: Int = 0) {
        guard !marks.isSiteFurniture(line) else { return }
        if depth < 4, let match = finder.match(line), open(match, depth: depth) { return }
        if beginsImplicitly(line) { return }
        append(line)
        if current?.heading == .letter, marks.isClosing(line) { begin(Section(nil)) }
        if let heading = current?.heading, !heading.holdsLines, !line.isBlank { begin(isInOpening ? nil : Section(nil)) }
    }

    /// Opens the section of a heading; false where the match is a part of the running section.
    private mutating func open(_ match: HeadingFinder.Match, depth: Int) -> Bool {
        let value = match.line.part(from: match.valueStart)
        switch match.heading {
        case .banner, .headline, .audience:
            guard current == nil || current?.heading == nil else { return true }
            append(match.line)
            return true
        case .chrome: return value.isBlank || match.valueStart < match.line.utf8.count
        default: break
        }
        if isBareWord(match, value) { return true }
        if isPartOfSection(match) { return false }
        if match.heading.endsOpening { isInOpening = false }
        begin(Section(match.heading, label: match.line, language: match.language))
        if !value.isBlank, !isSecondHeading(value) {
            let fields = match.heading.isField ? finder.fields(of: value) : [value]
            for field in fields { addPiece(field, depth: depth + 1) }
        }
        if value.isBlank, match.heading.saysItAll { begin(Section(nil)) }
        return true
    }

    /// A label that belongs to what is being read: a date in a letter, an address among contacts.
    private func isPartOfSection(_ match: HeadingFinder.Match) -> Bool {
        guard let heading = current?.heading else { return false }
        if heading == .action, marks.isItem(match.line), match.heading != .letter { return true }
        switch (heading, match.heading) {
        case (.letter, .issued), (.letter, .names), (.letter, .index), (.letter, .gender): return true
        default: return false
        }
    }

    /// "CONTACT DETAILS & “COPIES TO”": one heading of two names.
    private func isSecondHeading(_ value: TextLine) -> Bool {
        guard let first = value.utf8.first, [0x26, 0x2B, 0x2F].contains(first), let match = finder.match(value) else { return false }
        return match.valueStart == value.utf8.count
    }

    /// "DATUM" alone is a place to fill in, not a label for the next line.
    private func isBareWord(_ match: HeadingFinder.Match, _ value: TextLine) -> Bool {
        value.isBlank && !match.heading.holdsLines && match.line.words.count == 1 && match.line.utf8.last != 0x3A && match.heading != .noAction
    }

    /// Sections without heading: a greeting begins a letter, an item that asks for letters begins the instructions.
    private mutating func beginsImplicitly(_ line: TextLine) -> Bool {
        if marks.isGreeting(line), !(current?.heading == .letter && current?.written.isEmpty == true) {
            if current?.heading == .letter, !marks.isGreetingAlone(line) || !hasGreeting { return false }
            isInOpening = false
            begin(Section(.letter, label: line))
            append(line)
            return true
        }
        if isQuotedLetter(line) {
            isInOpening = false
            begin(Section(.letter, label: line))
            append(line)
            return true
        }
        if [.contacts, .targets, .copies].contains(current?.heading), marks.isBeyondAddresses(line) {
            begin(Section(nil))
            append(line)
            return true
        }
        if isInOpening || current?.heading == nil, marks.isInstruction(line) {
            isInOpening = false
            begin(Section(.action, label: line))
            append(line)
            return true
        }
        if current?.heading == .action, hasItems, marks.isBeyondItems(line) {
            begin(Section(.contacts))
            append(line)
            return true
        }
        return false
    }

    /// "please use the following message:" and below it a text in quotation marks.
    private func isQuotedLetter(_ line: TextLine) -> Bool {
        guard let last, last.utf8.last == 0x3A, last.number < line.number, current?.heading != .letter else { return false }
        guard ["\"", "“", "«", "„"].contains(where: line.text.hasPrefix) else { return false }
        return vocabulary[.message].first(in: last.words) != nil
    }

    private var hasGreeting: Bool { current?.written.contains(where: marks.isGreeting) ?? false }

    private mutating func append(_ line: TextLine) {
        if current?.heading == .action, marks.isItem(line) { hasItems = true }
        if current == nil, isInOpening {
            opening.append(line)
        } else {
            if current == nil { current = Section(nil) }
            current?.lines.append(line)
        }
    }

    private mutating func begin(_ section: Section?) {
        close()
        current = section
        hasItems = false
    }

    private mutating func close() {
        guard let current, current.heading != nil || !current.written.isEmpty else { return }
        sections.append(current)
    }
}
