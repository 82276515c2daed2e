import Testing

@testable import Mail

@Suite struct ServerWordsTests {
    @Test func `what a server said is one short line without anybody's address`() {
        #expect(
            ServerWords("550-5.1.1 <rosa@example.net>: user\r\n550 5.1.1 unknown (mailto:rosa@example.net)\r\n").text
                == "550-5.1.1 (address) user 550 5.1.1 unknown (address)")
        #expect(ServerWords(String(repeating: "x", count: 10_000)).text.count == 300)
        #expect(ServerWords("\u{1B}[31mred\u{0}\u{202E}").text == "[31mred")
    }
}
