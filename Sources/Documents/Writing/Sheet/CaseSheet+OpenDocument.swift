extension CaseSheet {
    /// An OpenDocument text (.odt), with styles and languages as the Word file has them.
    package func openDocument(paper: PaperSize) -> [UInt8] {
        let content = passages.flatMap(\.openParagraphs)
        return OpenDocumentFile(language: language, title: title, foot: foot, paper: paper, content: content).bytes
    }
}

extension CaseSheet.Passage {
    fileprivate var openParagraphs: [OpenParagraph] {
        var paragraphs = plainOpenParagraphs
        if startsPage, !paragraphs.isEmpty { paragraphs[0].startsPage = true }
        return paragraphs
    }

    private var plainOpenParagraphs: [OpenParagraph] {
        switch block {
        case .title(let text): return [OpenParagraph("Title", language, text)]
        case .heading(let text): return [OpenParagraph("Heading_20_1", language, text)]
        case .paragraph(let text): return [OpenParagraph("Text_20_body", language, text)]
        case .note(let text): return [OpenParagraph("Note", language, text)]
        case .blank(let text): return [OpenParagraph("Blank", around, text)]
        case .list(let items): return items.map { OpenParagraph("List", language, $0) }
        case .lines(let lines):
            var paragraph = OpenParagraph("Lines", language, lines.dropFirst().map { "\n" + $0 }.joined())
            paragraph.firstLine = lines.first
            return [paragraph]
        case .part, .newPage: return []
        }
    }
}
