import Testing

@testable import Documents

@Suite struct OfficeFileTests {
    private let sheet = CaseSheet(
        language: "es",
        blocks: [
            .title("Wanjiru Otieno, detenida"), .lines(["UA 77/21", "Kenia"]), .paragraph("Pida su <b>libertad</b> & un juicio."),
            .heading("Qué pedir"), .list(["Libertad", "Un médico"]), .newPage, .part("ar", [.heading("رسالة"), .paragraph("السيدة النائبة العامة")]),
            .part("en", [.blank("[Your name]")]),
        ], foot: ["UA 77/21", "Español", "example.org/es/actions/77-21"])

    private func part(_ name: String, of file: [UInt8]) throws -> String {
        let archive = try ZipArchive(file)
        let member = try #require(archive.members.first { $0.name == name })
        return String(decoding: try archive.contents(of: member), as: UTF8.self)
    }

    @Test func `a Word file has styles, and the language and direction of every passage`() throws {
        let file = sheet.word(paper: .a4), text = try part("word/document.xml", of: file)
        #expect(DocumentFormat.of(file) == .word)
        for mark in [
            "<w:pStyle w:val=\"Title\"/>", "<w:pStyle w:val=\"Heading1\"/>", "<w:pStyle w:val=\"ListBullet\"/>", "<w:lang w:val=\"es\"/>",
            "<w:rtl/><w:lang w:bidi=\"ar\"/>", "<w:pageBreakBefore/>\n<w:bidi/>", "<w:sdt>", "Pida su &lt;b&gt;libertad&lt;/b&gt; &amp; un juicio.",
            "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>",
        ] {
            #expect(text.contains(mark), "\(mark)")
        }
        #expect(try part("docProps/core.xml", of: file).contains("<dc:title>Wanjiru Otieno, detenida</dc:title><dc:language>es</dc:language>"))
        #expect(try part("word/footer1.xml", of: file).contains("example.org/es/actions/77-21"))
        #expect(try part("word/document.xml", of: sheet.word(paper: .letter)).contains("<w:pgSz w:w=\"12240\" w:h=\"15840\"/>"))
    }

    @Test func `what a writer fills in stands where the text around it begins, in the reader's language`() throws {
        let letter = CaseSheet(language: "ar", blocks: [.paragraph("السيدة"), .part("en", [.blank("[Your name]")])])
        let blank = try #require(
            try part("word/document.xml", of: letter.word(paper: .a4)).split(separator: "<w:p>").first { $0.contains("Your name") })
        #expect(blank.contains("<w:bidi/>") && blank.contains("<w:lang w:val=\"en\"/>"))
        #expect(letter.html(paper: .a4).contains("<p class=\"blank\"><bdi lang=\"en\" dir=\"ltr\">[Your name]</bdi></p>"))
    }

    private static func letter(to name: String) -> Letter {
        Letter(
            language: "en", dateLine: "Kiel", addressLines: [name, "KENYA"], subject: "UA 77/21", greeting: "Dear Minister,",
            isGreetingPrinted: true, paragraphs: ["First."], closing: "Sincerely,", name: "Rosa")
    }

    @Test func `an Arabic date keeps its order behind a place in Latin letters`() {
        #expect(IsolatedParts("Kiel, 22 نوفمبر 2026").text(in: "ar") == "Kiel, \u{200F}22 نوفمبر 2026")
        #expect(IsolatedParts("Kiel, 22 November 2026").text(in: "en") == "Kiel, 22 November 2026")
    }

    @Test func `several letters are one Word file, each on a sheet of its own`() throws {
        let papers = ["Amina", "Peter"].map { LetterPaper(Self.letter(to: $0), window: .din5008) }
        let text = try part("word/document.xml", of: LetterPaper.word(papers))
        #expect(text.contains("Amina") && text.contains("Peter"))
        #expect(text.split(separator: "<w:pageBreakBefore/>").count == 2)
        #expect(LetterPaper.word(papers.dropLast()) == papers[0].word && LetterPaper.word([]).isEmpty)
    }

    @Test func `an OpenDocument text says the same`() throws {
        let file = sheet.openDocument(paper: .letter), text = try part("content.xml", of: file)
        #expect(DocumentFormat.of(file) == .openDocument)
        #expect(file.dropFirst(30).starts(with: Array("mimetypeapplication/vnd.oasis.opendocument.text".utf8)))
        for mark in [
            "text:outline-level=\"1\">Wanjiru Otieno, detenida</text:h>", "text:outline-level=\"2\">رسالة</text:h>",
            "style:writing-mode=\"rl-tb\" fo:break-before=\"page\"",
            "style:language-complex=\"ar\"", "fo:language=\"es\"", ">[Your name]</text:p>",
        ] {
            #expect(text.contains(mark), "\(mark)")
        }
        #expect(try part("styles.xml", of: file).contains("fo:page-width=\"215.90mm\""))
    }

    @Test func `equal documents are equal bytes, and small ones`() throws {
        #expect(sheet.word(paper: .a4) == sheet.word(paper: .a4))
        #expect(sheet.openDocument(paper: .a4) == sheet.openDocument(paper: .a4))
        #expect(try sheet.json() == sheet.json())
        #expect(sheet.word(paper: .a4).count < 60_000)
    }

    @Test func `as JSON every passage says what it is and its language`() throws {
        let text = String(decoding: try sheet.json(), as: UTF8.self)
        #expect(text.contains("\"direction\" : \"ltr\"") && text.contains("\"title\" : \"Wanjiru Otieno, detenida\""))
        #expect(text.contains("\"kind\" : \"paragraph\",\n      \"language\" : \"ar\",\n      \"text\" : \"السيدة النائبة العامة\""))
    }

    @Test func `as a page, headings are headings, and other languages are marked with their direction`() {
        let page = sheet.html(paper: .a4)
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"es\" dir=\"ltr\">"))
        #expect(page.contains("<title>Wanjiru Otieno, detenida</title>") && page.contains("<h1>Wanjiru Otieno, detenida</h1>"))
        #expect(page.contains("<h2 lang=\"ar\" dir=\"rtl\" style=\"break-before: page\">رسالة</h2>"))
        #expect(page.contains("Pida su &lt;b&gt;libertad&lt;/b&gt; &amp; un juicio."))
    }

    @Test(arguments: ["{{braces}}", "]]><w:p/>", "a\u{0}b\u{1}c\u{FFFE}d", "\u{202E}abc", "👩🏽‍⚖️", String(repeating: "ñ", count: 10_000)])
    func `hostile words are text in every form`(_ words: String) throws {
        let sheet = CaseSheet(language: "en", blocks: [.title(words), .lines([words, words]), .list([words])], foot: [words])
        let word = try part("word/document.xml", of: sheet.word(paper: .a4)), open = try part("content.xml", of: sheet.openDocument(paper: .a4))
        for text in [word, open, sheet.html(paper: .a4)] {
            #expect(!text.contains("]]><w:p/>") && !text.unicodeScalars.contains { $0.value < 9 || $0.value == 0xFFFE || $0.value == 0x202E })
        }
    }

    @Test func `a letter in Word has its address behind the window, and the sheet of the envelope`() throws {
        let letter = Letter(
            language: "de", dateLine: "Bern, 30. November 2021", addressLines: ["Amina Njoroge", "NAIROBI"], subject: "UA 77/21",
            greeting: "Sehr geehrte Frau",
            isGreetingPrinted: true, paragraphs: ["Ich bitte Sie."], closing: "Hochachtungsvoll", name: "Rosa")
        let text = try part("word/document.xml", of: LetterPaper(letter, window: .din5008).word)
        // 25 mm from the left and 62.7 mm from above, in twentieths of a point
        #expect(text.contains("w:x=\"1417\" w:y=\"3555\"") && text.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"))
        #expect(text.contains("Amina Njoroge</w:t><w:br/>"))
        #expect(try part("word/document.xml", of: LetterPaper(letter, window: .usTen).word).contains("<w:pgSz w:w=\"12240\" w:h=\"15840\"/>"))
    }
}
