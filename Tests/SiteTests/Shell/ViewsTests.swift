import Testing

@testable import Site

@Suite struct ViewsTests {
    private struct Letter: Sendable {
        let language: String
        let closing: String?
    }

    private struct LetterPage: Page {
        static let template = "letters/show"
        let title: String
        let letters: [Letter]
        let isClosed: Bool
        let note: String?
        let t: [String: String]
    }

    private let page = LetterPage(
        title: "A & B", letters: [Letter(language: "en", closing: "Yours,"), Letter(language: "ar", closing: nil)], isClosed: false, note: nil,
        t: ["title": "Letters"]
    )

    private func sources(_ body: String) -> [String: String] {
        [
            "layout": "<h1>{{$heading}}{{t.title}}{{/heading}}</h1>{{$main}}{{/main}}",
            "parts/letter": "[{{language}}: {{#closing}}{{.}} {{title}}{{/closing}}{{^closing}}-{{/closing}}]",
            "letters/show": "{{<layout}}{{$main}}\(body){{/main}}{{/layout}}",
        ]
    }

    @Test func `a page is printed by its template, and its values are escaped`() throws {
        let views = try Views(sources: sources("{{title}}{{#letters}}{{>parts/letter}}{{/letters}}{{#isClosed}}closed{{/isClosed}}"))
        #expect(try views.render(page) == "<h1>Letters</h1>A &amp; B[en: Yours, A &amp; B][ar: -]")
    }

    /// A sign and the mark above it are one character to a reader, and two to a browser.
    @Test(arguments: [
        ("\"\u{301} onfocus=x", "&quot;\u{301} onfocus=x"), ("<\u{308}b>\u{301}", "&lt;\u{308}b&gt;\u{301}"),
        ("&\u{20E3}'\u{301}", "&amp;\u{20E3}&#39;\u{301}"),
        ("Ñandú «ŝ» اسم", "Ñandú «ŝ» اسم"), ("a\u{202E}b\r\n\u{0}", "a\u{202E}b\r\n\u{0}"),
    ])
    func `signs under a mark are escaped like others, in parts and in sections, too`(_ words: String, _ escaped: String) throws {
        let views = try Views(sources: sources("{{title}}{{#letters}}{{>parts/letter}}{{/letters}}"))
        let page = LetterPage(
            title: words, letters: [Letter(language: words, closing: words)], isClosed: false, note: nil, t: ["title": words])
        #expect(try views.render(page) == "<h1>\(escaped)</h1>\(escaped)[\(escaped): \(escaped) \(escaped)]")
    }

    @Test func `a page without a template is a fault with a name`() throws {
        let views = try Views(sources: [:])
        #expect(throws: Views.Fault.missing(template: "letters/show")) { try views.render(page) }
        #expect(throws: Views.Fault.malformed(template: "bad", line: 2)) { try Views(sources: ["bad": "a\n{{#open}}"]) }
    }

    @Test func `a template that names only what its page has passes the check`() throws {
        let check = try TemplateCheck(
            page, sources: sources("{{#letters}}{{>parts/letter}}{{/letters}}{{#isClosed}}{{title}}{{/isClosed}}{{^note}}{{title}}{{/note}}"))
        #expect(check.problems == [])
    }

    @Test func `a name that no page has is found, wherever it hides`() throws {
        let check = try TemplateCheck(
            page,
            sources: sources("{{titel}}{{#letters}}{{>parts/lettre}}{{tone}}{{/letters}}{{#isClosed}}{{t.close}}{{/isClosed}}")
        )
        #expect(
            Set(check.problems) == ["letters/show: {{titel}}", "no template parts/lettre", "letters/show: {{tone}}", "letters/show: {{t.close}}"])
    }

    @Test func `unescaped values and unfinished sections are refused`() {
        #expect(throws: TemplateNames.Malformed.self) { try TemplateNames("{{{title}}}") }
        #expect(throws: TemplateNames.Malformed.self) { try TemplateNames("{{#a}}{{/b}}") }
        #expect(throws: TemplateNames.Malformed.self) { try TemplateNames("{{#a}}") }
    }

    @Test func `names are read with their sections`() throws {
        #expect(
            try TemplateNames("{{ a }}{{#b}}{{^c}}{{.}}{{/c}}{{/b}}{{! note }}{{> parts/x }}").nodes == [
                .name("a"), .section("b", isInverted: false, [.section("c", isInverted: true, [.name(".")])]), .partial("parts/x"),
            ])
    }
}
