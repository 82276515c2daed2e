import Campaign
import Documents

/// The lines of a document, under each what was recognised in it: field, value, how surely, and why.
struct Explanation {
    private let source: [(number: Int, text: String)]
    private let findings: [Finding]
    private let name: String
    private let words: Translations

    init(_ source: [(number: Int, text: String)], _ reading: DraftReading, _ words: Translations) {
        self.words = words
        self.source = source
        findings = reading.findings
        name = reading.file
    }

    func lines(_ style: ExplanationStyle) -> [String] {
        let places = Dictionary(grouping: findings) { $0.line ?? 0 }, known = Set(source.map(\.number))
        let unplaced = findings.filter { $0.line.map { !known.contains($0) } ?? true }
        return ["== \(name)"]
            + source.enumerated().flatMap { index, line in
                let isLast = index + 1 == source.count || source[index + 1].number != line.number
                return shown(line, places[line.number] ?? [], style, withNotes: isLast)
            } + (unplaced.isEmpty ? [] : ["From the document as a whole:"] + unplaced.map { note($0, style) })
    }

    /// The line with its marks; where columns share a line, the notes stand under the last of them.
    private func shown(_ line: (number: Int, text: String), _ findings: [Finding], _ style: ExplanationStyle, withNotes: Bool) -> [String] {
        let number = String(line.number), margin = String(repeating: " ", count: max(0, 5 - number.count)) + number
        return ["\(margin) | \(marked(line.text, findings, style))"] + (withNotes ? findings.map { note($0, style) } : [])
    }

    /// Each recognised span once; of spans that overlap the first.
    private func marked(_ text: String, _ findings: [Finding], _ style: ExplanationStyle) -> String {
        let spans = findings.compactMap { finding in FoundSpan(finding, in: text).range.map { (range: $0, confidence: finding.confidence) } }
        var shown = "", end = text.startIndex
        for span in spans.sorted(by: { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) })
        where span.range.lowerBound >= end {
            shown += text[end..<span.range.lowerBound] + style.marked(text[span.range], sure: span.confidence)
            end = span.range.upperBound
        }
        return shown + text[end...]
    }

    private func note(_ finding: Finding, _ style: ExplanationStyle) -> String {
        let value = finding.value.map { " = \($0)" } ?? ": nothing", reason = finding.note.map { ", \(words.text($0))" } ?? ""
        let percent = Int((finding.confidence * 100).rounded())
        return "      |     " + style.note("^ \(finding.field)\(value) (\(percent) %\(reason))", sure: finding.confidence)
    }
}
