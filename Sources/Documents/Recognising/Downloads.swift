/// The documents a page offers: a title with its language, then format and size on the next line.
struct Downloads {
    private let manuscript: Manuscript

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
    }

    func callAsFunction() -> [Fact<ActionDraft.Download>] {
        let lines = manuscript.outline.lines.filter { !$0.isBlank }
        return zip(lines, lines.dropFirst()).compactMap { title, line in
            guard title.words.count <= 10, let (format, size) = formatAndSize(line) else { return nil }
            let language = manuscript.vocabulary[.language].first(in: title.words).map { Language($0.value) }
            return Fact(.init(title: title.text, language: language, format: format, size: size), line: title.number, confidence: 0.9)
        }
    }

    /// "Microsoft Word Document, 40.4 kB"
    private func formatAndSize(_ line: TextLine) -> (String, String)? {
        guard line.words.count <= 10, let hit = manuscript.vocabulary[.download].first(in: line.words, to: 3), let unit = line.words.last,
            ["kb", "mb", "bytes", "ko", "mo"].contains(unit.folded), let comma = line.utf8.firstIndex(of: 0x2C) ?? line.utf8.firstIndex(of: 0x28),
            hit.words.lowerBound < line.words.count
        else { return nil }
        return (line.text(0..<comma), line.text((comma + 1)..<unit.range.upperBound))
    }
}
