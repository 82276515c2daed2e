/// Makes lines of text out of printed ones: what was wrapped is joined, what was hyphenated is whole, gaps are blank lines.
struct PrintedText {
    private let lines: [PrintedLine]
    private let lineHeight: Double
    private let wraps: [Bool]
    private let hyphens: Hyphens

    /// The lines of `pages` that are text.
    init(_ lines: [PrintedLine], in pages: PrintedPages) {
        self.lines = lines
        lineHeight = pages.lineHeight
        let wrapped = WrappedLines(lines, in: pages)
        let wraps = lines.indices.map { $0 + 1 < lines.count && wrapped.runsOn($0, $0 + 1) }
        self.wraps = wraps
        hyphens = Hyphens(lines, wraps: wraps)
    }

    var textLines: [TextLine] {
        var result: [TextLine] = [], text = "", page = 1
        let blank = leastGap
        for (index, line) in lines.enumerated() {
            if text.isEmpty { page = line.page }
            if text.isEmpty { text = line.text } else { hyphens.append(line.text, to: &text) }
            if wraps[index] { continue }
            result.append(MarkdownResidue(text).line(number: result.count + 1, page: page))
            text = ""
            if index + 1 < lines.count, isGap(line, lines[index + 1], blank) {
                result.append(TextLine("", number: result.count + 1, page: page))
            }
        }
        return result
    }

    private func step(_ line: PrintedLine, _ next: PrintedLine) -> Double? {
        guard line.page == next.page, next.bottom > line.bottom else { return nil }
        return (next.bottom - line.bottom - (next.height - line.height) / 2) / max(lineHeight, 1)
    }

    private func isGap(_ line: PrintedLine, _ next: PrintedLine, _ least: Double) -> Bool {
        guard line.page == next.page else { return false }
        return step(line, next).map { $0 > least } ?? true
    }

    /// From which step on a gap is a blank line. Where every line is a paragraph of its own, as in many Word files, it takes more.
    private var leastGap: Double {
        let all = lines.indices.dropLast().compactMap { index in step(lines[index], lines[index + 1]).map { (wraps[index], $0) } }
        let leading = all.filter(\.0).map(\.1).sorted().middle ?? all.map(\.1).min() ?? 1.2
        let ends = all.filter { !$0.0 }.map(\.1).sorted()
        let tight = ends.count { $0 < leading * 1.25 }
        guard tight * 8 < ends.count, let middle = ends.middle else { return leading * 1.25 }
        return middle * 1.25
    }
}
