import Documents
import TestSupport
import Testing

@testable import Campaign

@Suite struct ScanTests {
    @Test func `a photograph becomes a page without its place`() async throws {
        #expect(String(decoding: SamplePhoto.jpeg, as: UTF8.self).contains("safe house"))
        let scans = try await SamplePhoto.press.scans(of: SamplePhoto.jpeg)
        #expect(scans.count == 1 && scans[0].width == 60 && scans[0].height == 80)
        for trace in ["safe house", "Exif"] { #expect(!String(decoding: scans[0].jpeg, as: UTF8.self).contains(trace)) }
    }

    @Test(arguments: [
        ("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", ScanTrouble.drawing), ("\n <!DOCTYPE html><p>", .drawing),
        ("\u{FEFF}<?xml version=\"1.0\"?><svg/>", .drawing), ("GIF89a", .unreadable), ("", .unreadable), ("PK\u{3}\u{4}", .unreadable),
        ("%PDF-1.7\nnothing", .unreadable),
    ])
    func `what is no picture is refused by its content`(_ text: String, trouble: ScanTrouble) async throws {
        await #expect(throws: trouble) { try await SamplePhoto.press.scans(of: Array(text.utf8)) }
    }

    @Test func `more bytes than a letter has are refused before anything reads them`() async throws {
        await #expect(throws: ScanTrouble.tooLarge) {
            try await SamplePhoto.press.scans(of: [UInt8](repeating: 0, count: ReplyBounds.file + 1))
        }
    }

    @Test func `without a program for pictures there are none, and that is said`() async throws {
        await #expect(throws: ScanTrouble.unavailable) { try await Press(python: nil).scans(of: SamplePhoto.jpeg) }
    }

    @Test func `a PDF becomes pictures of its first pages, and nothing of the file is left`() async throws {
        let html = """
            <!DOCTYPE html><html lang="en"><head><title>Letter for Amina</title><style>p { break-after: page }</style></head>
            <body><p>One</p><p>Two</p><div>Three</div></body></html>
            """
        let pdf = try await SamplePhoto.press.pdf(html)
        let scans = try await SamplePhoto.press.scans(of: pdf, pages: 2)
        #expect(scans.count == 2)
        for scan in scans {
            #expect(max(scan.width, scan.height) == ReplyBounds.side)
            #expect(scan.jpeg.starts(with: [0xFF, 0xD8]) && !String(decoding: scan.jpeg, as: UTF8.self).contains("Amina"))
        }
    }

    @Test(
        arguments: [
            ("10 20 30 40\n\n0,0,1000,1000", ["10 20 30 40", "0 0 1000 1000"]), ("", []), ("900 900 500 500", ["900 900 100 100"]),
        ] as [(String, [String])])
    func `black parts are read one a line, and stay on the page`(_ text: String, parts: [String]) {
        #expect(Blackening.all(in: text)?.map(\.text) == parts)
    }

    @Test(arguments: ["1 2 3", "a b c d", "-1 0 10 10", "0 0 0 10", "1000 0 1 1", String(repeating: "0 0 1 1\n", count: 201)])
    func `what is no rectangle is refused as a whole`(_ text: String) {
        #expect(Blackening.all(in: text) == nil)
    }

    @Test func `everything wrong with an answer is told at once`() throws {
        let problems = #expect(throws: FormProblems.self) {
            try HandedReply(
                reference: .wanjiru, section: .international, token: "short", office: "", language: nil, receivedOn: "2021-12-01", words: " \n",
                scans: [], today: Day("2021-11-30") ?? Day(number: 0))
        }
        #expect(problems?.problems.map(\.field) == ["received_on", "pages", "token"])
        let heap = "a" + String(repeating: "\u{301}", count: ReplyBounds.words)
        let long = #expect(throws: FormProblems.self) {
            try HandedReply(
                reference: .wanjiru, section: .international, token: String(repeating: "t", count: 32), office: heap, language: nil, receivedOn: nil,
                words: heap, scans: [], today: Day("2021-11-30") ?? Day(number: 0))
        }
        #expect(long?.problems.map(\.field) == ["words"])
        #expect(HandedReply.language("sw") == "sw" && HandedReply.language("und") == nil && HandedReply.language("<b>") == nil)
    }
}
