/// Who published the page, where a short line says so.
struct Publishers {
    private let manuscript: Manuscript

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
    }

    func callAsFunction() -> Fact<String>? {
        manuscript.outline.lines.prefix(40).lazy.filter { $0.words.count <= 12 }.compactMap { line in
            guard let hit = manuscript.vocabulary[.publisher].first(in: line.words) else { return nil }
            let range = line.words[hit.words.lowerBound].range.lowerBound..<line.words[hit.words.upperBound - 1].range.upperBound
            return Fact(line.text(range), line: line.number, confidence: 0.7)
        }.first
    }
}
