import Campaign
import Foundation
import TestSupport
import Testing

@testable import Site

@Suite struct OverlayTests {
    private let shipped = [
        "page": "{{> parts/head}}<h1>{{title}}</h1>{{#letters}}{{> parts/letter}}{{/letters}}", "parts/head": "<title>{{layout.title}}</title>",
        "parts/letter": "<p>{{body}} {{t.sent}}</p>", "desk/jobs": "{{> parts/jobs}}{{count}}", "parts/jobs": "{{kind}}",
    ]

    private func overlay(_ files: [String: String]) throws -> Overlay {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("amparo-overlay-\(Digest.sha256("\(files)").prefix(12))")
        try? FileManager.default.removeItem(at: folder)
        for (name, text) in files {
            let file = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        defer { try? FileManager.default.removeItem(at: folder) }
        return try Overlay(folder, sections: ["int", "ch"], over: shipped, words: ["sent", "thanks"])
    }

    @Test func `a section's template may name what its page has, and any word`() throws {
        let text = "<h1>{{title}}</h1>{{! ours }}{{#letters}}<b>{{body}}</b>{{/letters}}{{^letters}}{{t.thanks}}{{layout.title}}{{/letters}}"
        #expect(try overlay(["ch/page.mustache": text]).templates == ["ch": ["page": text]])
        #expect(try overlay(["ch/parts/letter.mustache": "{{title}} {{.}}"]).templates["ch"]?.count == 1)
        #expect(try Overlay(URL(filePath: "/nowhere/at/all"), sections: [], over: shipped, words: []).templates == [:])
    }

    @Test(arguments: [
        ("ch/page.mustache", "\n{{titel}}", "line 2: the page has nothing by the name of titel"),
        ("ch/page.mustache", "{{count}}", "nothing by the name of count"),
        ("ch/page.mustache", "{{t.bye}}", "nothing by the name of t.bye"), ("ch/page.mustache", "{{{title}}}", "is not allowed here"),
        ("ch/page.mustache", "{{&title}}", "is not allowed here"), ("ch/page.mustache", "{{> parts/other}}", "the program has no part parts/other"),
        ("ch/pages.mustache", "", "the program has no template pages"), ("de/page.mustache", "", "there is no section de; there are: int, ch"),
        ("page.mustache", "", "stands in no section's folder"), ("ch/page.html", "", "is no template"),
        ("ch/desk/jobs.mustache", "", "the desk is the same for all"), ("ch/parts/jobs.mustache", "", "the desk is the same for all"),
    ])
    func `whatever is wrong is told by file, line and name`(file: String, text: String, reason: String) {
        let fault = #expect(throws: Overlay.Fault.self) { try overlay([file: text]) }
        #expect(fault?.file == file && fault?.reason.contains(reason) == true, "\(fault?.reason ?? "")")
    }

    @Test func `a section's pages are printed by its template, others' by the shipped one`() async throws {
        try await withSite { pages in
            let views = try Views(sources: shipped).overlaid(by: overlay(["ch/page.mustache": "<p>{{title}} by ours</p>"]))
            let swiss = pages.layout(try pages.reader(in: .swiss)), international = pages.layout(try pages.reader())
            #expect(try views.render(Small(layout: swiss, title: "Gone")) == "<p>Gone by ours</p>")
            #expect(try views.render(Small(layout: international, title: "Gone")).hasSuffix("<h1>Gone</h1>"))
        }
    }
}

private struct Small: Page {
    static var template: String { "page" }

    let layout: Layout
    let title: String
    var letters: [String] = []
}
