/// Text that was wrapped at a fixed width, as telegrams, mails and old archives are: lines that run on are joined to one,
/// with the number of the first. A line runs on where the first word of the next would not have fitted beside it.
struct WrappedText {
    private let lines: [TextLine]
    private let marks: LineMarks
    private let finder: HeadingFinder
    private let isProse: [Bool]

    init(_ lines: [TextLine], _ vocabulary: Vocabulary = .shared) {
        self.lines = lines
        marks = LineMarks(vocabulary)
        finder = HeadingFinder(vocabulary)
        isProse = lines.map(Self.isProse)
    }

    /// The lines with those that run on joined; the lines as they are where the text is not wrapped.
    func joined() -> [TextLine] {
        guard isWrapped else { return lines }
        var result: [TextLine] = [], parts: [String] = []
        for (index, line) in lines.enumerated() {
            parts.append(line.text)
            if index + 1 < lines.count, runsOn(index) { continue }
            result.append(parts.count == 1 ? line : Self.line(parts, from: lines[index + 1 - parts.count]))
            parts = []
        }
        return result
    }

    /// A page is narrower than this many bytes; longer lines were not wrapped.
    private static let widest = 135
    private static let narrowest = 40

    private static func line(_ parts: [String], from first: TextLine) -> TextLine {
        let text = parts.dropFirst().reduce(into: parts[0]) { text, part in
            // "human-" + "rights": the hyphen stays, since nobody can tell whose it is
            let isHyphened = text.hasSuffix("-") && !text.hasSuffix(" -")
            text += isHyphened ? part : " " + part
        }
        return TextLine(text, number: first.number, page: first.page, isHeading: first.isHeading)
    }
}

extension WrappedText {
    /// Sentences that go on in the next line with a small letter are seen in wrapped text only.
    private var isWrapped: Bool {
        guard lines.count > 5 else { return false }
        var goingOn = 0, long = 0
        for index in lines.indices.dropLast() where isProse[index] {
            if lines[index].utf8.count > Self.widest { long += 1 }
            if isWithin(index), !lines[index].endsSentence, beginsSmall(lines[index + 1]) { goingOn += 1 }
        }
        return goingOn >= 3 && goingOn > long
    }

    private func runsOn(_ index: Int) -> Bool {
        let line = lines[index], next = lines[index + 1]
        guard isWithin(index), isProse[index] || marks.isItem(line), let first = next.words.first, line.page == next.page else { return false }
        guard line.utf8.last != 0x3A, !line.text.contains("   "), !next.text.contains("   "), !next.isHeading, !line.isHeading else { return false }
        let length = next.utf8.firstIndex(of: 0x20) ?? next.utf8.count
        let width = width(around: index)
        let goesOn = first.range.lowerBound == 0 && !marks.isItem(next) && (first.shape == .small || first.isNumber)
        if isProse[index], !line.endsSentence, goesOn, line.utf8.count * 5 > width * 4 { return true }
        guard line.utf8.count + 1 + length > width else { return false }
        if goesOn { return true }
        return !marks.isItem(next) && finder.match(next) == nil && marks.contactLabel(next) == nil && !isAddress(line)
    }

    /// A line of an address may be as long as the text is wide: it has a label, or hardly a small word but particles.
    private func isAddress(_ line: TextLine) -> Bool {
        if ContactFields(line).hasLabels { return true }
        let small = line.words.count { $0.shape == .small && Vocabulary.shared[.particle].hit(in: [$0], at: 0) == nil }
        return !line.endsSentence && small * 6 < line.words.count
    }

    private func isWithin(_ index: Int) -> Bool { (Self.narrowest...Self.widest).contains(lines[index].utf8.count) }

    private func beginsSmall(_ line: TextLine) -> Bool { line.words.first.map { $0.shape == .small && $0.range.lowerBound == 0 } ?? false }

    /// The third longest line of prose near by: parts of a text may have widths of their own, and a line or two be longer.
    private func width(around index: Int) -> Int {
        let near = max(0, index - 12)..<min(lines.count, index + 13)
        let lengths = near.filter { isProse[$0] && isWithin($0) }.map { lines[$0].utf8.count }.sorted(by: >)
        return lengths.isEmpty ? Self.widest : lengths[min(2, lengths.count - 1)]
    }

    /// Several words, some of them small: a line may be full of names.
    private static func isProse(_ line: TextLine) -> Bool {
        guard line.words.count >= 5 else { return false }
        return line.words.count { $0.shape == .small } * 5 >= line.words.count(where: { !$0.isNumber })
    }
}
