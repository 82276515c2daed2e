import Testing

@testable import Documents

@Suite struct MarkdownLineEndTests {
    @Test(arguments: ["\n", "\r\n", "\r"])
    func `a heading mark after any line end stays text`(_ end: String) {
        #expect(Markdown.escaped("a\(end)# b") == "a\n\\# b")
    }
}
