import Documents
import Testing

/// What people and programs may do to a file, and what is refused.
@Suite struct NativeReaderTests {
    private let head = "---\namparo: 1\nreference: UA 77/21\noutput: 1\nkind: first\n"

    @Test func `its own first lines tell the format`() {
        #expect(NativeReader.recognises(Array((head + "---\n").utf8)))
        #expect(NativeReader.recognises(Array("\u{FEFF}---\r\namparo: 1\r\n".utf8)))
        #expect(!NativeReader.recognises(Array("---\ntitle: a page\n---\n".utf8)))
        #expect(!NativeReader.recognises(Array("URGENT ACTION\n".utf8)))
        #expect(!NativeReader.recognises([]))
    }

    @Test func `a file that went through an editor still says the same`() throws {
        let text = try NativeWriter()(.output(.wanjiru()))
        let edited =
            "\u{FEFF}"
            + text.replacing("\n## ", with: "\n\n\n## ").replacing("\n", with: "  \r\n")
            .replacing("---  \r\n", with: "---\r\n")
        #expect(try NativeReader()(Array(edited.utf8)) == .output(.wanjiru()))
    }

    @Test(arguments: [
        "reference: UA 0/21", "output: 0", "output: one", "kind: rumour", "issued: yesterday", "countries: KE", "countries:\n- Kenya",
        "subjects:\n- Wanjiru",
        "outcome: fine", "published: yes", "editions:\n- section: int\n  addressees:\n  - role: friend\n    name: A",
        "editions:\n- section: int\n  addressees:\n  - role: target", "own_language: perhaps", "final: [true]", "withdrawn: yes",
    ])
    func `a fact that makes no sense is refused`(_ line: String) {
        let key = line.prefix { $0 != ":" }
        let kept = head.split(separator: "\n").filter { !$0.hasPrefix(key) }.joined(separator: "\n")
        #expect(throws: NativeDocument.Malformed.self) { try NativeReader()(Array("\(kept)\n\(line)\n---\n".utf8)) }
    }

    @Test(arguments: [
        "words of nobody", "## Rumours\n\nx", "### Greeting\n\nx", "## Lead\n\n### Closing\n\nx", "## Demands\n\nnot a list", "# One\n\n# Two",
        "# One\n\nwords", "#### x",
    ])
    func `words in no place of this format are refused, not lost`(_ body: String) {
        #expect(throws: NativeDocument.Malformed.self) { try NativeReader()(Array("\(head)---\n\n\(body)\n".utf8)) }
    }

    @Test(arguments: [
        "a: &x [1]", "a: *x", "- &x a", "a: {b: c}", "a: [b, c]", "? a", "a: !!str x", "\"k\": &x a", "'k' : &x a", "k : &x a", "a: \"open",
        "a: b: &x c", "- - &x c", "a:\t&x b",
    ])
    func `YAML that could grow is refused`(_ line: String) {
        #expect(throws: NativeDocument.Malformed.self) { try NativeReader()(Array("\(head)\(line)\n---\n".utf8)) }
    }

    @Test func `damaged files are refused in good time`() throws {
        let whole = try NativeWriter()(.output(.wanjiru())).bytes
        for length in stride(from: 0, to: whole.count, by: 13) { _ = try? NativeReader()(Array(whole.prefix(length))) }
        for place in stride(from: 0, to: whole.count, by: 11) {
            for byte: UInt8 in [0, 0x0A, 0x22, 0x26, 0x3A, 0xFF] {
                var damaged = whole
                damaged[place] = byte
                _ = try? NativeReader()(damaged)
            }
        }
        for deep in [
            String(repeating: "- ", count: 200_000), String(repeating: "[", count: 200_000),
            "a:\n" + (1...5_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
        ] {
            #expect(throws: NativeDocument.Malformed.self) { try NativeReader()(Array("\(head)x: 1\n\(deep)\n---\n".utf8)) }
        }
        for code in ["\u{1}", "\"\\0\"", "[a]"] {
            #expect(throws: NativeDocument.Malformed.self) { try NativeReader()(Array("\(head)index_code: \(code)\n---\n".utf8)) }
        }
    }
}
