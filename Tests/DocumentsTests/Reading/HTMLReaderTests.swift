import Testing

@testable import Documents

@Suite struct HTMLReaderTests {
    private func lines(_ html: String) throws -> [String] { try HTMLReader().lines(of: Array(html.utf8)).map(\.text) }

    @Test func `headings, items, breaks and paragraphs keep their lines`() throws {
        let page = """
            <h1>Teacher   held</h1><p>First <b>bold</b> line<br>second line</p><p>Next.</p>
            <ul><li>Write</li><li>Call <i>now</i></li></ul><ol start=3><li>Third</li></ol><div>a</div><div>b</div>
            """
        #expect(
            try lines(page) == [
                "Teacher held", "", "First bold line", "second line", "", "Next.", "", "• Write", "• Call now", "", "3. Third", "", "a", "b",
            ])
        #expect(try HTMLReader().lines(of: Array(page.utf8))[0].isHeading)
    }

    @Test func `what a site puts around the document is left out`() throws {
        let page = """
            <html><head><title>Site</title><style>p{}</style></head><body><header><a href=/>Network</a></header>
            <nav><ul><li><a href=/1>Home</a></ul></nav><div class="cookie-banner"><p>We use cookies</p></div>
            <main><h1>Teacher held</h1><p>Amina Njoroge was taken from her school in the town of Kitale on Monday.</p>
            <div class="share-buttons">Share this</div><script>var x = "<p>no</p>"</script><p style="display: none">hidden</p></main>
            <aside>Latest news</aside><form action=/s><input><label>E-mail</label></form><footer>Charity 1234, call 555 0100</footer></body></html>
            """
        #expect(try lines(page) == ["Teacher held", "", "Amina Njoroge was taken from her school in the town of Kitale on Monday."])
    }

    @Test func `a page whose whole text lies in a form or an aside is not emptied`() throws {
        #expect(try lines("<form><p>UA 77/21 in a form</p></form>") == ["UA 77/21 in a form"])
        #expect(try lines("<aside><p>UA 77/21 aside</p></aside>") == ["UA 77/21 aside"])
    }

    @Test func `a list of links goes, a list of documents to download stays`() throws {
        let text = "<p>\(String(repeating: "Amina teaches in Kitale. ", count: 20))</p>"
        let links = (1...5).map { "<li><a href='/page/\($0)'>Other page</a></li>" }.joined()
        #expect(try lines("\(text)<ul>\(links)</ul>").count == 1)
        let files = (1...5).map { "<li><a href='/file\($0).pdf'>File</a></li>" }.joined()
        #expect(try lines("\(text)<ul>\(files)</ul>").count == 7)
    }

    @Test func `empty paragraphs show that a paragraph is a line`() throws {
        #expect(try lines("<p>Minister</p><p>Box 1</p><p></p><p>Judge</p><p>Box 2</p>") == ["Minister", "Box 1", "", "Judge", "Box 2"])
    }

    @Test func `short cells of a row are one line, long cells are columns`() throws {
        #expect(try lines("<table><tr><td>Date:<td>3 May 2021<tr><td>Index:<td>X</table>") == ["Date: 3 May 2021", "Index: X"])
        #expect(try lines("<table><tr><td>Minister<br>Box 1<td>Judge<br>Box 2</table>") == ["Minister", "Box 1", "Judge", "Box 2"])
    }

    @Test func `entities are letters, and a mail link tells its address`() throws {
        #expect(
            try lines("<p>Mu&ntilde;oz &amp; S&#246;hne &lt;x&gt; <a href='mailto:m@example.org?subject=x'>Write</a></p>") == [
                "Muñoz & Söhne <x> Write m@example.org"
            ])
    }

    @Test func `the encoding is the one of the mark, then of the page, then of the bytes`() throws {
        let cyrillic: [UInt8] = Array("<html><meta charset=windows-1251><p>".utf8) + [0xCF, 0xE8, 0xF1, 0xFC, 0xEC, 0xEE] + Array("</p>".utf8)
        #expect(try HTMLReader().lines(of: cyrillic).map(\.text) == ["Письмо"])
        let sixteen: [UInt8] = [0xFF, 0xFE] + "<p>Ñandú</p><br>".utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(try HTMLReader().lines(of: sixteen).map(\.text) == ["Ñandú"])
        #expect(try HTMLReader().lines(of: Array("<p>\u{E9}</p>".unicodeScalars.map { UInt8($0.value) })).map(\.text) == ["é"])
    }

    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            "<div>", "<table><tr><td>", "</p><ul></div>", "<b><i>", "<a href=\"", "<!--", "<", "<script>", "<svg>", "&amp;", "</", "<p ", "<li><ul>",
            "</p>",
        ])
    func `tag soup neither traps nor hangs`(_ soup: String) {
        let page = "<html><p>UA 77/21" + String(repeating: soup, count: 400_000 / soup.utf8.count)
        let reading = DraftReader()(Array(page.utf8), named: "soup.html")
        #expect(reading.file == "soup.html")
    }

    @Test func `nesting beyond all measure keeps the text`() throws {
        let page = "<html>" + String(repeating: "<div>", count: 20_000) + "UA 77/21" + String(repeating: "</div>", count: 20_000)
        #expect(try lines(page) == ["UA 77/21"])
    }
}
