/// Tells where a line ends because the paper did: the first word of the next one would not have fitted beside it.
struct WrappedLines {
    private let lines: [PrintedLine]
    private let lineHeight: Double
    /// The right edges of the columns that text is set in, by page and flow.
    private var edges: [Int: Double] = [:]

    init(_ lines: [PrintedLine], in pages: PrintedPages) {
        self.lines = lines
        lineHeight = pages.lineHeight
        edges = Self.edges(lines, pages.widths)
    }

    /// Whether the line at `index` runs on in the one at `next`.
    func runsOn(_ index: Int, _ next: Int) -> Bool {
        let line = lines[index], other = lines[next]
        guard let edge = edges[line.flow], let first = other.words.first, abs(line.height - other.height) < 0.25 * lineHeight else { return false }
        guard isBelow(other, line), LineMarks.itemSign(other.text) == nil else { return false }
        return line.right + Self.blank(line) + first.width > edge + 0.5 && !beginsAddressee(other, after: line)
    }

    /// The next addressee's office below a line of numbers and handles, which may be as wide as the paper.
    private func beginsAddressee(_ other: PrintedLine, after line: PrintedLine) -> Bool {
        let words = Word.words(of: Array(other.text.utf8))
        guard let first = words.first, first.isCapitalised, ContactFields(TextLine(line.text, number: 0)).hasLabels else { return false }
        return [Cue.role, .honorific].contains { Vocabulary.shared[$0].hit(in: words, at: 0) != nil }
    }

    /// Directly below in the same column, or at the top of the next page.
    private func isBelow(_ other: PrintedLine, _ line: PrintedLine) -> Bool {
        if other.page == line.page + 1 { return abs(other.left - line.left) < 2 * lineHeight && isInsideSentence(line, other) }
        let step = other.bottom - line.bottom
        return other.page == line.page && step > 0.5 * lineHeight && step < 1.75 * lineHeight && line.sharesColumn(with: other)
    }

    private func isInsideSentence(_ line: PrintedLine, _ other: PrintedLine) -> Bool {
        guard let last = line.words.last?.text.unicodeScalars.last, let first = other.words.first?.text.unicodeScalars.first else { return false }
        return ![".", "!", "?", ":"].contains(last) && first.properties.isLowercase
    }

    private static func blank(_ line: PrintedLine) -> Double { line.height * 0.22 }

    /// An edge is one that several lines of prose come near, or one as far from the paper's edge as the text begins from the other.
    private static func edges(_ lines: [PrintedLine], _ widths: [Int: Double]) -> [Int: Double] {
        let starts = Dictionary(grouping: lines, by: \.page).mapValues { $0.map(\.left).min() ?? 0 }
        let pages = pageEdges(lines, starts)
        return Dictionary(grouping: lines, by: \.flow).compactMapValues { lines in
            let prose = lines.filter { $0.words.count >= 6 }
            guard let right = lines.map(\.right).max(), let page = lines.first?.page, let start = starts[page] else { return nil }
            let near = prose.count { $0.right > right - 0.12 * (right - $0.left) }
            let isFull = !prose.isEmpty && widths[page, default: .infinity] - right < 1.3 * start
            if near >= 3 || isFull { return right }
            return prose.isEmpty || (lines.map(\.left).min() ?? 0) > start + 2 ? nil : pages[page]
        }
    }

    /// How far text goes on a page with one column: the edge that several lines of prose come near, all of which begin at its left.
    private static func pageEdges(_ lines: [PrintedLine], _ starts: [Int: Double]) -> [Int: Double] {
        Dictionary(grouping: lines, by: \.page).compactMapValues { lines in
            let prose = lines.filter { $0.words.count >= 6 && $0.left < starts[$0.page, default: 0] + 2 }
            guard let right = prose.map(\.right).max() else { return nil }
            return prose.count { $0.right > right - 0.12 * (right - $0.left) } >= 3 ? right : nil
        }
    }
}

extension LineMarks {
    /// The sign that begins an item of a list, or a number with its point.
    static func itemSign(_ text: String) -> Character? {
        guard let first = text.first else { return nil }
        if "•·◦▪●○–—*→".contains(first) { return first }
        let digits = text.prefix { $0.isASCII && $0.isNumber }.count
        guard (1...2).contains(digits) else { return nil }
        let mark = text.dropFirst(digits).prefix(2)
        return mark == ". " || mark == ") " ? first : nil
    }
}
