import Foundation
import Testing

@testable import Documents

@Suite struct PaperTests {
    /// What `Tests/EndToEnd/paper.py` makes into PDF, measures and looks at. `RECORD=1` writes the samples anew.
    @Test func `every kind of paper is as it was recorded`() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/Paper")
        for sample in PaperSamples.all {
            let (name, html) = (sample.name, sample.html)
            let file = folder.appending(path: name + ".html")
            if ProcessInfo.processInfo.environment["RECORD"] != nil {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try Data(html.text.utf8).write(to: file)
            }
            let recorded = try String(decoding: Data(contentsOf: file), as: UTF8.self)
            #expect(html.text == recorded, "\(name)")
        }
    }

    @Test func `nothing typed becomes markup, and nothing is fetched`() {
        for sample in PaperSamples.all {
            let (name, html) = (sample.name, sample.html)
            #expect(!html.text.contains("<script") && !html.text.contains("<b>") && !html.text.contains("<i>"), "\(name)")
            for fetched in ["http:", "https:", "url(", "<link", "<img", "@import"] { #expect(!html.text.contains(fetched), "\(name): \(fetched)") }
            #expect(html.text.components(separatedBy: "<style>").count == 2, "\(name)")
        }
    }

    @Test func `the page has a language, a direction and a title`() {
        let html = LetterPaper(PaperSamples.arabic, window: .din5008).html.text
        #expect(html.contains("<html lang=\"ar\" dir=\"rtl\">"))
        #expect(html.contains("<title>UA 903/26"))
        #expect(html.contains("<bdi dir=\"ltr\">Bern (Schweiz)</bdi>, <bdi dir=\"ltr\">٢٢ نوفمبر ٢٠٢٦</bdi>") == false)
        #expect(html.contains("<bdi dir=\"ltr\">Bern (Schweiz)</bdi>, <bdi dir=\"rtl\">"))
    }

    @Test func `the sender stands on the letter only when Beat asks for it`() {
        let plain = LetterPaper(PaperSamples.spanish, window: .usTen).html.text
        let signed = LetterPaper(PaperSamples.spanish, sender: ["Beispielweg 9"], window: .usTen).html.text
        #expect(!plain.contains("Beispielweg"))
        #expect(signed.contains("Beispielweg 9"))
        #expect(plain.contains("279.40mm"))
    }

    @Test func `a used sheet of labels begins further on, and a second sheet follows when the first is full`() {
        let addresses = (1...25).map { ["Label \($0)"] }
        let sheet = LabelSheet(addresses, size: .a4TwentyFour, used: 23, language: "en").html.text
        #expect(sheet.components(separatedBy: "class=\"sheet\"").count == 3)
        #expect(sheet.contains("left: 140.00mm; top: 259.50mm"))
        #expect(LabelSheet([], size: .letterThirty, language: "en").html.text.contains("class=\"sheet\"") == false)
    }

    @Test func `air mail is marked in French and in the sender's language`() {
        #expect(PostalMark.airMail.words(in: "de") == "PAR AVION · LUFTPOST")
        #expect(PostalMark.priority.words(in: "fr") == "PRIORITAIRE")
    }
}
