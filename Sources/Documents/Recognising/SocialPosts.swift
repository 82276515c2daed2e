/// Ready posts under a heading for social media, or lines that are plainly posts.
struct SocialPosts {
    private let manuscript: Manuscript

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
    }

    func callAsFunction() -> [Fact<String>] {
        manuscript.outline.sections(.social).flatMap { Paragraphs($0.lines).all }
            .filter { $0.text.contains("#") || $0.text.contains("@") }
            .map { Fact(manuscript.marks.itemText(TextLine($0.text, number: $0.line)).text, line: $0.line, confidence: 0.9) }
    }
}
