import Testing

@testable import Documents

@Suite struct MarkdownLineEndTests {
    @Test(arguments: ["\n", "\r\n", "\r"])
    func `a heading mark after any line end stays text`(_ end: String) {
        #expect(Markdown.escaped("a\(end)# b") == "a\n\\# b")
    }

    @Test func `a sign under an accent stays text, too`() {
        #expect(Markdown.escaped("*\u{301}a*\u{301} #\u{301}\n#\u{301} b") == "\\*\u{301}a\\*\u{301} #\u{301}\n\\#\u{301} b")
    }
}
