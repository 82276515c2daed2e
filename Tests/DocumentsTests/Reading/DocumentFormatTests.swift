import Documents
import Testing

@Suite struct DocumentFormatTests {
    @Test(arguments: [
        ("URGENT ACTION\nUA 77/21\n", DocumentFormat.text), ("", .text), ("# **URGENT ACTION**\n", .text),
        ("<!DOCTYPE html><p>UA 77/21", .html), ("\n <HTML><BODY>x", .html), ("<p>UA 77/21</p>", .html), ("<https://example.org> is a link", .text),
        ("%PDF-1.7\n", .pdf), ("{\\rtf1 UA 77/21}", .richText),
        ("From: a@example.org\nMessage-ID: <1@example.org>\nSubject: x\n\nHello", .mail),
        ("To: the Minister\nDate: 3 May 2021\nSubject: Amina Njoroge\n\nDear Minister,", .text),
        ("<!DOCTYPE html><html>\n<doc>\n<page width=\"595\" height=\"842\">", .pages),
    ])
    func `a format is told by what the bytes hold`(_ text: String, _ format: DocumentFormat) {
        #expect(DocumentFormat.of(Array(text.utf8)) == format)
    }

    @Test func `office documents are told from other archives by their parts`() {
        #expect(DocumentFormat.of(ZipFixture(["word/document.xml": "<x/>"]).bytes) == .word)
        #expect(DocumentFormat.of(ZipFixture(["mimetype": "x", "content.xml": "<x/>"]).bytes) == .openDocument)
        #expect(DocumentFormat.of(ZipFixture(["a.txt": "UA 77/21"]).bytes) == .archive)
    }

    @Test func `pictures and programs are binary, old Word files are known as such`() {
        #expect(DocumentFormat.of([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13]) == .binary)
        #expect(DocumentFormat.of([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]) == .oldWord)
        let reading = DraftReader()([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], named: "a.doc")
        #expect(reading.refused?.contains("password") == true)
    }
}
