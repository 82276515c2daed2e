import Testing

@testable import Documents

struct DeadlineCalendarTests {
    private func calendar(_ summary: String, text: String = "", isCancelled: Bool = false) throws -> String {
        let day = try #require(Day("2021-12-31"))
        return DeadlineCalendar(
            name: "Deadlines", sourceURL: "https://example.org/en/deadlines.ics",
            events: [
                .init(
                    uid: "119-21-1@example.org", sequence: 3, changed: "2021-11-23T09:05:07.123Z", day: day, summary: summary, text: text,
                    url: "https://example.org/en/actions/119-21/1", isCancelled: isCancelled)
            ]
        ).text()
    }

    @Test func `a deadline is one whole day, whichever year ends with it`() throws {
        let lines = try calendar("UA 119/21").split(separator: "\r\n").map(String.init)
        #expect(lines.contains("DTSTART;VALUE=DATE:20211231") && lines.contains("DTEND;VALUE=DATE:20220101"))
        #expect(lines.contains("DTSTAMP:20211123T090507Z") && lines.contains("SEQUENCE:3") && lines.contains("STATUS:CONFIRMED"))
        #expect(try calendar("UA 119/21", isCancelled: true).contains("STATUS:CANCELLED\r\n"))
    }

    @Test func `signs with a meaning are escaped, and a line of the text cannot begin a property`() throws {
        let text = try calendar("a, b; c\\d", text: "one\nATTACH:https://example.net\u{7}\rX:1")
        #expect(text.contains("SUMMARY:a\\, b\\; c\\\\d\r\n"))
        #expect(text.contains("DESCRIPTION:one\\nATTACH:https://example.netX:1\r\n"))
    }

    @Test(arguments: ["a", "é", "ﷺ", "字", "👩‍👩‍👧", "\u{301}"]) func `no line is longer than 75 octets, and folding loses nothing`(_ sign: String) throws {
        let long = String(repeating: sign, count: 200), text = try calendar(long)
        #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
        let whole = Array(text.utf8).replacing("\r\n ".utf8, with: [])
        #expect(whole.firstRange(of: "SUMMARY:\(long)\r\n".utf8) != nil)
    }
}
