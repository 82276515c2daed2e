extension LetterPaper {
    /// The letter as a Word file (.docx): the address where the window of the envelope shows it, the rest as on paper.
    package var word: [UInt8] { Self.word([self]) }

    /// Several letters in one Word file, each on a sheet of its own. The first one's sheet holds for all; no bytes without a letter.
    package static func word(_ letters: [LetterPaper]) -> [UInt8] {
        guard let first = letters.first else { return [] }
        let paragraphs = first.wordParagraphs + letters.dropFirst().flatMap(\.wordParagraphsOnNextPage)
        return WordFile(language: first.letter.language, title: first.letter.subject, foot: nil, paper: first.paper, paragraphs: paragraphs).bytes
    }

    /// The break stands before the first line of the text: the frame of the address goes with the line that follows it.
    private var wordParagraphsOnNextPage: [WordParagraph] {
        var paragraphs = wordParagraphs
        if let first = paragraphs.firstIndex(where: { $0.frame == nil }) { paragraphs[first].startsPage = true }
        return paragraphs
    }

    private var wordParagraphs: [WordParagraph] {
        let language = letter.language
        var address = WordParagraph("Lines", language, letter.addressLines.joined(separator: "\n"))
        address.frame = window.address(on: paper)
        var text: [WordParagraph] = []
        if !sender.isEmpty { text.append(WordParagraph("Lines", language, sender.joined(separator: "\n"))) }
        if !letter.dateLine.isEmpty {
            var date = WordParagraph("Normal", language, IsolatedParts(letter.dateLine).text(in: language))
            date.standsAtEnd = true
            text.append(date)
        }
        if !letter.subject.isEmpty { text.append(WordParagraph("Subject", language, letter.subject)) }
        text += ([letter.greeting] + letter.paragraphs + [letter.closing]).filter { !$0.isEmpty }.map { WordParagraph("Normal", language, $0) }
        var name = WordParagraph("Normal", language, letter.name)
        name.above = 18
        text.append(name)
        // the page's own margin is 23 mm
        if !letter.addressLines.isEmpty { text[0].above = max(window.start(on: paper) - 23, 0) }
        return (letter.addressLines.isEmpty ? [] : [address]) + text
    }
}
