import Documents
import Testing

@Suite struct BoundedTextTests {
    @Test func `marks above a sign are counted and cut, though a reader sees one character`() {
        let heap = "a" + String(repeating: "\u{301}", count: 1_000)
        #expect(heap.count == 1 && heap.signs == 1_001)
        #expect(heap.cut(to: 3).unicodeScalars.count == 3 && "Ñandú".cut(to: 10) == "Ñandú" && "abc".cut(to: 0) == "")
    }

    @Test(arguments: [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("a\r\r\nb", "a\n\nb"), ("\r\n\r\n", "\n\n"), ("\n\r", "\n\n"), ("a\r\u{301}b", "a\n\u{301}b"), ("", ""),
    ])
    func `each end of a line becomes one line feed`(_ text: String, _ plain: String) {
        #expect(Array(text.withPlainLineEnds.utf8) == Array(plain.utf8))
    }
}
