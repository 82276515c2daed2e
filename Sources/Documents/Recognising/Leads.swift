/// The lead: the labelled summary, or the first paragraph of text.
struct Leads {
    private let manuscript: Manuscript

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
    }

    func callAsFunction() -> Fact<String>? {
        if let section = manuscript.outline.first(.summary), let first = Paragraphs(section.lines).all.first {
            return Fact(first.text, line: first.line, confidence: 0.95)
        }
        if let greeted = greeted ?? called { return greeted }
        if let first = Paragraphs(manuscript.openingText).all.first {
            return Fact(withoutShout(first.text), line: first.line, confidence: 0.85)
        }
        let texts = manuscript.outline.sections.filter { $0.heading == nil || $0.heading == .narrative }
        return texts.lazy.flatMap { $0.written }.first(where: manuscript.marks.isSentence).map { Fact($0.text, line: $0.number, confidence: 0.6) }
    }

    /// "1. Egypte: schrijfactie: onderzoeker opgepakt" and below it the text, on a page that has other words above.
    private var called: Fact<String>? {
        let lines = manuscript.outline.lines.prefix(60)
        guard let call = lines.firstIndex(where: isCall), let line = lines[lines.index(after: call)...].first(where: { !$0.isBlank }),
            manuscript.marks.isSentence(line)
        else { return nil }
        return Fact(line.text, line: line.number, confidence: 0.75)
    }

    private func isCall(_ line: TextLine) -> Bool {
        guard line.words.count <= 30, let hit = manuscript.vocabulary[.title].first(in: line.words, to: 10), manuscript.marks.isItem(line) else {
            return false
        }
        return line.utf8[line.words[hit.words.lowerBound].range.upperBound...].contains(0x3A)
    }

    /// "URGENT: A court has …": the call before the text is none of it.
    private func withoutShout(_ text: String) -> String {
        let line = TextLine(text, number: 0)
        guard let hit = manuscript.vocabulary[.shout].hit(in: line.words, at: 0), line.words[hit.words].allSatisfy({ $0.shape == .capitals }),
            hit.words.upperBound < line.words.count
        else { return text }
        let end = line.words[hit.words.upperBound - 1].range.upperBound
        return line.utf8[end] == 0x3A ? line.part(from: end + 1).text : text
    }

    /// "Dear friends," and below it the text that the page's own title announced.
    private var greeted: Fact<String>? {
        let lines = manuscript.outline.lines.prefix(80)
        guard let greeting = lines.firstIndex(where: { $0.words.count <= 5 && manuscript.vocabulary[.reader].hit(in: $0.words, at: 0) != nil })
        else { return nil }
        let text = lines[lines.index(after: greeting)...].drop { $0.isBlank }.prefix { !$0.isBlank }
        return Paragraphs(Array(text)).all.first.map { Fact($0.text, line: $0.line, confidence: 0.8) }
    }
}
