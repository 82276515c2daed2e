/// One line of a document with its place in the source, cut into words once.
struct TextLine: Sendable {
    let text: String
    let utf8: [UInt8]
    let words: [Word]
    /// The first is 1.
    let number: Int
    let page: Int
    /// Whether the source marks the line as a heading.
    let isHeading: Bool

    init(_ text: String, number: Int, page: Int = 1, isHeading: Bool = false) {
        self.text = text
        utf8 = Array(text.utf8)
        words = Word.words(of: utf8)
        self.number = number
        self.page = page
        self.isHeading = isHeading
    }

    var isBlank: Bool { utf8.isEmpty }

    func emptied() -> TextLine { TextLine("", number: number, page: page) }

    /// The text between two bytes, without blanks around it. The range must lie on letters' bounds, as those of words do.
    func text(_ range: Range<Int>) -> String {
        String(decoding: utf8[range], as: UTF8.self).trimmed
    }

    /// A part of the line as a line of its own, with the same place.
    func part(_ range: Range<Int>) -> TextLine {
        TextLine(text(range), number: number, page: page, isHeading: isHeading)
    }

    func part(from start: Int) -> TextLine { part(min(start, utf8.count)..<utf8.count) }
}
