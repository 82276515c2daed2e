extension CaseSheet {
    /// A Word file (.docx) with real styles, the language of every passage, and right to left where it is due.
    package func word(paper: PaperSize) -> [UInt8] {
        let paragraphs = passages.flatMap(\.wordParagraphs)
        return WordFile(language: language, title: title, foot: foot, paper: paper, paragraphs: paragraphs).bytes
    }
}

extension CaseSheet.Passage {
    fileprivate var wordParagraphs: [WordParagraph] {
        var paragraphs = plainParagraphs
        if startsPage, !paragraphs.isEmpty { paragraphs[0].startsPage = true }
        return paragraphs
    }

    private var plainParagraphs: [WordParagraph] {
        switch block {
        case .title(let text): return [WordParagraph("Title", language, text)]
        case .heading(let text): return [WordParagraph("Heading1", language, text)]
        case .paragraph(let text): return [WordParagraph("Normal", language, text)]
        case .note(let text): return [WordParagraph("Note", language, text)]
        case .list(let items): return items.map { WordParagraph("ListBullet", language, $0) }
        case .lines(let lines):
            let rest = lines.dropFirst().map { "\n" + $0 }.joined()
            return [WordParagraph("Lines", language, [WordRun(lines.first ?? "", language, isStrong: true), WordRun(rest, language)])]
        case .blank(let text):
            var paragraph = WordParagraph("Blank", around, [WordRun(text, language)])
            paragraph.isBlank = true
            return [paragraph]
        case .part, .newPage: return []
        }
    }
}
