import Documents
import Testing

@Suite struct BlocksTests {
    @Test(arguments: ["", "a", "\n\n", "a\n\nb", "a\n\n\nb\n\n\n\nc\n\n", "\n\na\nb\n", "é\n\n\u{301}ñ\n\n–", "a\r\n\r\nb"])
    func `stretches between blank lines are those that the standard library cuts`(_ text: String) {
        #expect(text.blocks == text.split(separator: "\n\n"))
    }
}
