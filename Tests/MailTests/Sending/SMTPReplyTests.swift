import Testing

@testable import Mail

@Suite struct SMTPReplyTests {
    private func replies(_ pieces: String...) throws -> [SMTPReply] {
        var reader = SMTPReplyReader(), replies: [SMTPReply] = []
        for piece in pieces {
            Array(piece.utf8).withUnsafeBytes { reader.take($0) }
            while let reply = try reader.next() { replies.append(reply) }
        }
        return replies
    }

    @Test func `answers are told apart however they come`() throws {
        let expected = [
            SMTPReply(code: 250, words: "250-a\r\n250 b\r\n"), SMTPReply(code: 354, words: "354\n"), SMTPReply(code: 550, words: "550 no\r\n"),
        ]
        #expect(try replies("250-a\r\n250 b\r\n354\n550 no\r\n") == expected)
        #expect(try replies("2", "50-a\r\n25", "0 b\r", "\n354", "\n550 no\r\n") == expected)
        #expect(try replies("250-a\r\n") == [])
    }

    @Test(arguments: ["perhaps\r\n", "25 ok\r\n", "\r\n", "250-a\r\nno\r\n", String(repeating: "2", count: 200_000)])
    func `what has no code, or no end, is no answer`(_ text: String) {
        #expect(throws: SMTPReplyReader.Nonsense.self) { try replies(text) }
    }

    @Test func `of a long answer the beginning is kept`() throws {
        let lines = String(repeating: "250-xxxxxxxxxxxxxxxx\r\n", count: 10_000)
        let reply = try #require(try replies(lines + "250 end\r\n").first)
        #expect(reply.code == 250 && reply.words.utf8.count == 1_000)
    }

    @Test(arguments: [
        ("", "\r\n.\r\n"), ("a\r\n", "a\r\n.\r\n"), ("a", "a\r\n.\r\n"), (".\r\n", "..\r\n.\r\n"),
        (".a\r\n..\r\nb.\r\n.", "..a\r\n...\r\nb.\r\n..\r\n.\r\n"),
    ])
    func `no line of a message is taken for its end`(_ message: String, _ text: String) {
        var carried = Array("DATA\r\n".utf8)
        SMTPText(Array(message.utf8)).write(to: &carried)
        #expect(String(decoding: carried, as: UTF8.self) == "DATA\r\n" + text)
    }
}
