import Documents
import Testing

@Suite struct PortableObjectTests {
    private static let file = PortableObject(
        header: [.init("Language", "ru"), .init("Plural-Forms", "nplurals=3; plural=(n%10==1 ? 0 : 1);")],
        entries: [
            .init(context: "a.title", source: "A \"title\" \\ with\ttabs,\nlines and\rmore", forms: ["Заголовок \"в\nдве\" строки"]),
            .init(context: "a.count", source: "{count} letter", sourcePlural: "{count} letters", forms: ["{count} письмо", "{count} письма", ""]),
            .init(context: "a.none", source: "Not yet", forms: [""], notes: ["A note"], flags: ["python-brace-format", "fuzzy"]),
        ])

    @Test func `what is written is read again, and nothing is lost`() throws {
        let read = try PortableObjectReader()(Array(PortableObjectWriter()(Self.file).utf8))
        #expect(read.entries == Self.file.entries)
        #expect(read["language"] == "ru" && read["Content-Type"] == "text/plain; charset=UTF-8")
    }

    @Test func `lines that another program wrapped are one text, and what is obsolete is none`() throws {
        let text = """
            # Translators' names
            msgid ""
            msgstr ""
            "Language: it\\n"
            "X-Generator: Poedit 3.0\\n"

            #. Where it stands
            #: page:12
            #, fuzzy, c-format
            #| msgid "Old"
            msgctxt "a.b"
            msgid ""
            "One "
            "two"
            msgstr ""
            "Uno "
            "due"

            #~ msgctxt "gone"
            #~ msgid "Gone"
            #~ msgstr "Andato"
            msgctxt "c"
            msgid "Three"
            msgstr "Tre"
            """
        let read = try PortableObjectReader()(Array("\u{FEFF}\(text)".utf8))
        #expect(read.entries.map(\.context) == ["a.b", "c"])
        #expect(read.entries.map(\.source) == ["One two", "Three"])
        #expect(read.entries.map(\.forms) == [["Uno due"], ["Tre"]])
        #expect(read.entries.map(\.flags) == [["fuzzy", "c-format"], []])
        let windows = text.replacing("\n", with: "\r\n")
        #expect(try PortableObjectReader()(Array(windows.utf8)).entries.map(\.forms) == [["Uno due"], ["Tre"]])
    }

    @Test(arguments: [
        ("msgid \"\"\nmsgstr \"\"\n\nmsgid \"a\nmsgstr \"b\"", 4), ("msgid \"\"\nmsgstr \"\"\nmsgid \"a\\q\"\nmsgstr \"b\"", 3),
        ("msgstr \"b\"", 1), ("msgid \"\"\nmsgstr \"\"\nmsgid \"a\"\nmsgstr[1] \"b\"", 4), ("\"loose\"", 1), ("hello", 1),
        ("msgid \"\"\nmsgstr \"\"\nmsgid \"a\"\n", 4), ("msgid \"a\" b", 1),
    ])
    func `what the format has not is refused with its line`(_ text: String, _ line: Int) {
        #expect(throws: PortableObject.Refused.malformed(line: line)) { try PortableObjectReader()(Array(text.utf8)) }
    }

    @Test func `no text, no header and too much are refused`() {
        #expect(throws: PortableObject.Refused.encoding) { try PortableObjectReader()([0x6D, 0xFF, 0xFE]) }
        #expect(throws: PortableObject.Refused.noHeader) { try PortableObjectReader()(Array("msgid \"a\"\nmsgstr \"b\"\n".utf8)) }
        #expect(throws: PortableObject.Refused.noHeader) { try PortableObjectReader()([]) }
        #expect(throws: PortableObject.Refused.tooLarge) { try PortableObjectReader()(Array(repeating: 0x20, count: 3_000_001)) }
    }

    @Test func `half a file, and one with a wrong sign anywhere, is read or refused, and never more than that`() {
        let bytes = Array(PortableObjectWriter()(Self.file).utf8)
        var refused = 0
        for place in bytes.indices {
            for broken in [
                Array(bytes[..<place]), bytes[..<place] + [0x22] + bytes[(place + 1)...], bytes[..<place] + [0xFF] + bytes[(place + 1)...],
            ] {
                do { _ = try PortableObjectReader()(broken) } catch { refused += 1 }
            }
        }
        #expect(refused > bytes.count)
    }
}
