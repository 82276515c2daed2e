import Testing

@testable import Documents

@Suite struct HTMLTests {
    @Test func `what is typed is text, and never markup`() {
        let typed = #"<script>alert("x")</script> & 'y'"#
        let html: HTML = "<p title=\"\(typed)\">\(typed)</p>"
        let safe = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;"
        #expect(html.text == "<p title=\"\(safe)\">\(safe)</p>")
    }

    @Test func `pieces stay markup, and a missing one is nothing`() {
        let rows = ["a", "b<"].map { "<li>\($0)</li>" as HTML }
        let none: HTML? = nil
        #expect(("<ul>\(rows)\(none)</ul>" as HTML).text == "<ul><li>a</li>\n<li>b&lt;</li></ul>")
    }

    @Test func `braces, emoji and other scripts pass; controls and overrides of direction do not`() {
        let html: HTML = "\("{{name}} 👩🏽‍⚖️ \u{0}\u{1B}[31m\u{7F}\u{85}\r\nالسلام\u{202E}evil\u{202D}\u{FFFE}\u{2067}x\u{2069}")"
        #expect(html.text == "{{name}} 👩🏽‍⚖️ [31m\nالسلامevil\u{2067}x\u{2069}")
    }

    @Test func `lengths are written with a point in every country`() {
        #expect(("\(mm: 62.7) \(mm: -9.25) \(mm: 0) \(pt: 10.5)" as HTML).text == "62.70mm -9.25mm 0.00mm 10.50pt")
    }
}
