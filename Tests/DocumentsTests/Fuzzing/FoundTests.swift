import Testing

@testable import Documents

/// What the fuzzer found, as small as it goes, each with what was wrong.
@Suite struct FoundTests {
    /// A subject is one line, and PostgreSQL keeps no null character.
    @Test(arguments: ["iso-8859-1?Q?a=00b", "utf-8?Q?a=0Ab", "utf-8?B?YQ0KYg==", "utf-8?Q?a=E2=80=8Bb"])
    func `a null or a line break in an encoded subject is dropped`(_ word: String) throws {
        let mail = "From: a@example.org\nMIME-Version: 1.0\nSubject: =?\(word)?=\n\nUA 77/21\n"
        #expect(try MailReader().lines(of: Array(mail.utf8)).map(\.text) == ["ab", "", "UA 77/21", ""])
    }

    /// A letter under a hundred thousand marks took half a minute: putting them in order costs the square of their number.
    @Test func `no letter has more than thirty marks`() throws {
        let marks = String(repeating: "\u{316}\u{301}", count: 10_000)
        for bytes in [Array("UA 77/21 e\(marks) Kenya".utf8), Array("<!doctype html><p>UA 77/21 e\(entities(marks)) Kenya</p><p>x</p>".utf8)] {
            let line = try #require(try Readers.lines(of: bytes).first { !$0.isBlank })
            #expect(line.text.unicodeScalars.count < 60 && line.text.hasSuffix("Kenya") && line.text.hasPrefix("UA 77/21 "))
        }
        #expect("e\u{301}".composed == "\u{E9}" && Array("e\u{301}".composed.utf8) == Array("\u{E9}".utf8))
    }

    private func entities(_ text: String) -> String { text.unicodeScalars.map { "&#\($0.value);" }.joined() }

    /// A list of addresses was copied once for each of its lines.
    @Test func `an addressee may have thousands of addresses`() throws {
        let mails = String(repeating: "a@example.org\n", count: 3000)
        let reading = DraftReader()(Array("URGENT ACTION\nUA 77/21 Kenya\nTAKE ACTION\nCONTACT INFORMATION\n\(mails)".utf8), named: "mails")
        #expect(reading.draft?.targets.first?.emails.count == 3000)
    }

    /// Each line of a paragraph was searched from its beginning for the last word.
    @Test func `words cut at the ends of lines are put together, however many there are`() {
        let line = PrintedLine(words: [PrintedWord(text: "word-", width: 9)], page: 1, left: 0, top: 0, right: 9, bottom: 1, flow: 1)
        let hyphens = Hyphens(Array(repeating: line, count: 9), wraps: Array(repeating: true, count: 9))
        var text = "word-"
        for _ in 1..<2000 { hyphens.append("word-", to: &text) }
        #expect(text == String(repeating: "word", count: 2000) + "-")
        hyphens.append("Kenya", to: &text)
        #expect(text.hasSuffix("word-Kenya"))
        var link = "see https://example.org/"
        hyphens.append("a/b", to: &link)
        hyphens.append("and more", to: &link)
        #expect(link == "see https://example.org/a/b and more")
    }

    /// The main part of a page was searched for a title once for each element beside it; every level of nested lists was read once more.
    @Test(arguments: [
        "<h1>x</h1>" + String(repeating: "<hr>", count: 4000) + "<main>" + String(repeating: "<p>word", count: 4000) + "</main>",
        String(repeating: "<div>", count: 140) + String(repeating: "<a href=x>a</a>", count: 4000) + "<a href='mailto:a@example.org'>a</a>"
            + String(repeating: "</div>", count: 140) + "<p>" + String(repeating: "word ", count: 10_000),
    ])
    func `a page is measured once`(_ page: String) throws {
        let lines = try HTMLReader().lines(of: Array("<html><body>\(page)".utf8))
        #expect(lines.contains { $0.text.hasPrefix("word") })
    }

    /// Nested more than the format ever is, a parser that calls itself for each level would run out of stack.
    @Test func `a native file that is indented without end is refused`() {
        let deep = (0..<1000).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
        #expect { try NativeReader()(Array("---\namparo: 1\n\(deep)\n---\n".utf8)) } throws: { "\($0)".contains("line") }
        #expect { try NativeReader()([UInt8](repeating: 0x0A, count: 3_000_000)) } throws: { "\($0)".contains("larger") }
    }

    @Test func `an item of a native file may have many lines`() {
        #expect(BodyText.items(from: ["- a"] + Array(repeating: "  b", count: 20_000))?.first?.utf8.count == 40_001)
    }
}
