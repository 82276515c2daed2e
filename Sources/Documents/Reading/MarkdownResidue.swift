/// A line in which a converter left Markdown: "## **TITLE**" is a heading, "**word**" is a word.
struct MarkdownResidue {
    private let text: String

    init(_ text: String) {
        self.text = text.withFewMarks.trimmed
    }

    func line(number: Int, page: Int) -> TextLine {
        guard !text.isEmpty else { return TextLine("", number: number, page: page) }
        let hashes = text.prefix { $0 == "#" }.count
        let isMarked = (1...6).contains(hashes) && text.dropFirst(hashes).first == " "
        var rest = isMarked ? String(text.dropFirst(hashes)) : text
        if rest.utf8.contains(0x2A) || rest.utf8.contains(0x5F) { rest = Self.withoutEmphasis(rest) }
        return TextLine(rest.trimmed, number: number, page: page, isHeading: isMarked)
    }

    private static func withoutEmphasis(_ text: String) -> String {
        // a bullet may be an asterisk too, so only pairs are taken for emphasis
        text.split(separator: "**", omittingEmptySubsequences: false).joined().split(separator: "__", omittingEmptySubsequences: false).joined()
    }
}
