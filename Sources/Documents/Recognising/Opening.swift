/// The opening of a document: the fields of its header, then its text as far as no heading parts it.
struct Opening: Sendable {
    /// The lines that are not blank, taken apart.
    let lines: [HeaderLine]
    /// The lines before the text.
    let fields: [HeaderLine]
    /// The lead and what follows it.
    let text: [TextLine]
    /// The field that carries the number of the document itself, not of the page around it.
    let numberField: Int?

    private let prose: Prose

    /// A header further down than this is no header.
    private static let limit = 80

    init(_ opening: [TextLine], _ vocabulary: Vocabulary, firstLine: Int?) {
        lines = Self.closed(opening.filter { !$0.isBlank && !Self.isMailField($0) }.prefix(Self.limit))
            .flatMap { CapitalTitle.parts(of: $0, vocabulary) }.map { HeaderLine($0, vocabulary: vocabulary) }
        let prose = Prose(vocabulary, first: firstLine)
        let start = lines.firstIndex { $0.tail.map(prose.isLead) ?? ($0.isNumbered ? prose.isAny(of: $0) : prose.contains($0.line)) }
        if let start {
            let first = lines[start].tail ?? lines[start].line
            let footers = Set(lines.filter { $0.isPure && !$0.codes.isEmpty }.map(\.line.number))
            fields = Array(lines[..<(lines[start].tail == nil ? start : start + 1)])
            text = [first] + opening.drop { $0.number <= first.number }.map { footers.contains($0.number) ? $0.emptied() : $0 }
        } else {
            fields = lines
            text = []
        }
        numberField = Self.numberField(in: fields)
        self.prose = prose
    }

    /// The lines, those joined in which the bracket behind a number was broken: "UA 12/99 (AFR 54/51/99, 12 May" above "1999) - Concern".
    private static func closed(_ lines: some Sequence<TextLine>) -> [TextLine] {
        lines.reduce(into: []) { result, line in
            guard let last = result.last, isOpen(last), line.utf8.contains(0x29), line.words.count <= 25 else { return result.append(line) }
            result[result.count - 1] = TextLine(last.text + " " + line.text, number: last.number, page: last.page, isHeading: last.isHeading)
        }
    }

    private static func isOpen(_ line: TextLine) -> Bool {
        guard let open = line.utf8.lastIndex(of: 0x28), !line.utf8[open...].contains(0x29), line.words.count <= 40 else { return false }
        return ReferenceScanner(line.utf8).all(limit: 1).first.map { $0.range.upperBound <= open } ?? false
    }

    /// Whether a line is text rather than a field of the header.
    func isProse(_ line: TextLine) -> Bool { prose.contains(line) }

    private static func numberField(in fields: [HeaderLine]) -> Int? {
        fields.indices.filter { !fields[$0].references.isEmpty }.max { weight(of: fields[$0]) < weight(of: fields[$1]) }
    }

    /// A date or a code beside the number, and a number that begins the line, speak for the document's own header.
    private static func weight(of field: HeaderLine) -> Int {
        let begins = field.references.first?.range.lowerBound == 0
        return (field.dates.isEmpty ? 0 : 4) + (field.codes.isEmpty ? 0 : 4) + (begins ? 2 : 0)
            - (field.line.words.count > 25 && field.tail == nil ? 2 : 0)
    }

    /// "Subject: …", "From: …": what a mail says of itself.
    private static func isMailField(_ line: TextLine) -> Bool {
        guard let word = line.words.first, word.range.upperBound < line.utf8.count, line.utf8[word.range.upperBound] == 0x3A else { return false }
        return ["subject", "from", "to", "cc", "sent", "asunto", "betreff", "objet", "oggetto", "onderwerp"].contains(word.folded)
    }
}

/// What text looks like, against titles and fields.
struct Prose: Sendable {
    private let marks: LineMarks
    private let first: Int?

    /// `first` is the number of the first line, which is more often the page's title.
    init(_ vocabulary: Vocabulary, first: Int?) {
        marks = LineMarks(vocabulary)
        self.first = first
    }

    func contains(_ line: TextLine) -> Bool {
        guard !line.isHeading, marks.isSentence(line), line.words.count(where: { $0.shape == .capitals }) * 2 <= line.words.count else {
            return false
        }
        if line.utf8.contains(0x2F) {
            guard line.text.split(separator: " / ", maxSplits: 3).count < 3 else { return false }  // the path of a page
            guard !line.text.contains("://") || line.words.count > 25 else { return false }  // where to find the document
        }
        guard !isHeadline(line) else { return false }
        return line.number != first || line.endsSentence && line.words.count >= 9
    }

    /// "Peru: arbitrary detention of …" without a full stop.
    private func isHeadline(_ line: TextLine) -> Bool {
        guard !line.endsSentence, let country = CountryNames.shared.hit(in: line.words, at: 0), country.kind == .name else { return false }
        return line.utf8[line.words[country.words.upperBound - 1].range.upperBound...].first { $0 != 0x20 } == 0x3A
    }

    /// Whether something left of a line that begins with its number is text.
    func isAny(of header: HeaderLine) -> Bool { header.fragments.contains { contains($0) && $0.endsSentence } }

    /// Text behind a header on the same line, ended as text is.
    func isLead(_ tail: TextLine) -> Bool { marks.isSentence(tail) && tail.endsSentence }
}
