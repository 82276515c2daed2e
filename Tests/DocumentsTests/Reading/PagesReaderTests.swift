import Testing

@testable import Documents

/// Pages as pdftotext prints them: letters are 5 points wide, lines 10 high.
private struct PageFixture {
    private var text = "<!DOCTYPE html><html>\n<doc>\n"

    /// Starts a page of A4.
    mutating func page() { text += "<page width=\"595\" height=\"842\">\n<flow>\n" }

    mutating func flow() { text += "<flow>\n" }

    /// One line whose top is `top`.
    mutating func line(_ words: String, _ top: Int, left: Int = 50) {
        let end = left + words.count * 5
        text += "<line xMin=\"\(left)\" yMin=\"\(top)\" xMax=\"\(end)\" yMax=\"\(top + 10)\">\n"
        var x = left
        for word in words.split(separator: " ") {
            text += "<word xMin=\"\(x)\" yMin=\"\(top)\" xMax=\"\(x + word.count * 5)\" yMax=\"\(top + 10)\">\(word)</word>\n"
            x += (word.count + 1) * 5
        }
        text += "</line>\n"
    }

    var lines: [String] { get throws { try PagesReader().lines(of: Array(text.utf8)).map(\.text) } }
    var bytes: [UInt8] { Array(text.utf8) }
}

@Suite struct PagesReaderTests {
    private let long = String(repeating: "word ", count: 18)

    @Test func `a line is joined to the next when its first word had no room`() throws {
        var page = PageFixture()
        page.page()
        page.line(long + "and more", 100)
        page.line("told us once", 112)
        page.line("again.", 124)
        page.line("Fax: 555", 136)
        #expect(try page.lines == [long + "and more told us once", "again.", "Fax: 555"])
    }

    @Test func `short lines are lines, and a gap between them is a blank line`() throws {
        var page = PageFixture()
        page.page()
        for (index, text) in ["Minister of Justice", "Box 1, Nairobi", "Email: m@example.org", "Judge", "Box 2"].enumerated() {
            page.line(text, 100 + index * 12 + (index > 2 ? 14 : 0))
        }
        #expect(try page.lines == ["Minister of Justice", "Box 1, Nairobi", "Email: m@example.org", "", "Judge", "Box 2"])
    }

    @Test func `columns are read one after the other, without mixing their lines`() throws {
        var page = PageFixture()
        page.page()
        for (index, text) in ["Minister", "Box 1"].enumerated() { page.line(text, 100 + index * 12) }
        page.flow()
        for (index, text) in ["Ambassador", "Box 2"].enumerated() { page.line(text, 100 + index * 12, left: 320) }
        #expect(try page.lines.filter { !$0.isEmpty } == ["Minister", "Box 1", "Ambassador", "Box 2"])
    }

    @Test func `running heads stay once, feet and page numbers go, a sentence runs on over the page`() throws {
        var page = PageFixture()
        for number in 1...2 {
            page.page()
            page.line("Index: AFR 32/0001/2021", 20)
            page.line(long + (number == 1 ? "which is" : "in full"), 100)
            page.line("Network, London", 800)
            page.line("Page \(number) of 2", 815)
        }
        #expect(try page.lines.filter { !$0.isEmpty } == ["Index: AFR 32/0001/2021", long + "which is " + long + "in full"])
    }

    private func joined(_ hyphens: Hyphens, _ text: String, _ next: String) -> String {
        var text = text
        hyphens.append(next, to: &text)
        return text
    }

    @Test func `cut words are put together where the document cuts words, own hyphens stay`() throws {
        let lines = ["long-", "stand", "deten-", "x"].map {
            PrintedLine(words: [PrintedWord(text: $0, width: 5)], page: 1, left: 0, top: 0, right: 1, bottom: 1, flow: 1)
        }
        let browser = Hyphens(lines, wraps: [true, false, false, false])
        #expect(joined(browser, "a long-", "standing case") == "a long-standing case")
        #expect(joined(browser, "see https://example.org/a-", "b/c now") == "see https://example.org/a-b/c now")
        let printer = Hyphens(Array(repeating: lines[2], count: 5), wraps: Array(repeating: true, count: 5))
        #expect(joined(printer, "his deten-", "tion on Monday") == "his detention on Monday")
        #expect(joined(printer, "on 3-", "4 May") == "on 3-4 May")
    }

    @Test func `a page without words is refused with that reason`() {
        var page = PageFixture()
        page.page()
        #expect(DraftReader()(page.bytes, named: "scan.pdf").refused?.contains("picture") == true)
    }

    @Test func `numbers beyond measure and missing elements never trap`() {
        let start = "<!DOCTYPE html>\n<doc>\n<page width=\"1\" height=\"1e999\">\n"
        for box in ["nan", "inf", "-1e300", "", "9e5"] {
            let line =
                "<line xMin=\"\(box)\" yMin=\"0\" xMax=\"\(box)\" yMax=\"\(box)\">\n<word xMin=\"1\" yMin=\"1\" xMax=\"\(box)\" yMax=\"2\">UA 77/21</word>\n</line>\n"
            for rest in [line, "</line>\n" + line, "<word>\n" + line, "<word \"\"\"\"><\n</line>\n", line + "<line>\n<word xMin=\"1\""] {
                _ = DraftReader()(Array((start + rest + rest).utf8), named: "x")
            }
        }
    }
}
