import Documents
import TestSupport
import Testing

/// What people type, kindly meant or not.
@Suite(.timeLimit(.minutes(5))) struct TypedWordsTests {
    @Test func `what cannot stand in a letter is told beside its field, and nothing typed is lost`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            for (field, typed, problem) in [
                ("name", String(repeating: "ä", count: 61), "The name is too long"),
                ("name", "Rosa\r\nBcc: everybody@example.org", "The name contains characters"),
                ("name", "Rosa\u{2028}Bcc", "The name contains characters"),
                ("name", "Ro\u{202E}sa", "The name contains characters"),
                ("name", "Ro\u{7}sa", "The name contains characters"),
                ("place", "Li\nma", "The name of the town contains characters"),
                ("place", String(repeating: "L", count: 121), "The name of the town is too long"),
                ("words", "Dear\u{1B}[2J", "The letter contains characters"),
                ("words", String(repeating: "word ", count: 4_001), "The letter is too long"),
            ] {
                var fields = ["name": "Rosa Quispe", "place": "Lima", "words": "My own words."]
                fields[field] = typed
                let page = try await amparo.post(
                    "/en/actions/77-21/letters", [("addressee", "2"), ("language", "sw")] + fields.map { ($0.key, $0.value) })
                #expect(page.status == 422)
                #expect(page["cache-control"] == "no-store")
                #expect(page.words.contains(problem))
                #expect(page.links.contains("#\(field)"))
                #expect(page.text.contains("id=\"\(field)-problem\""))
                for (name, value) in fields { #expect(page.text.unescaped.contains(value.trimmingLineEnds), "\(name)") }
                #expect(page.chosen == ["addressee=2", "language=sw", "way=post"])
                #expect(!page.links.contains { $0.hasPrefix("mailto:") })
            }
        }
    }

    @Test func `bytes that are no text are told beside their field, and the words are kept`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            for (field, escaped, shown) in [
                ("name", "J%F6rg", "J\u{FFFD}rg"), ("place", "Z%FCrich", "Z\u{FFFD}rich"), ("name", "100%", "100\u{FFFD}"),
                ("words", "Bitte%00helfen", "Bitte\u{FFFD}helfen"),
            ] {
                let visitor = try await amparo.connect()
                let page = try await visitor.post(
                    "/en/actions/77-21/letters",
                    "way=post&place=Lima&words=My+words.&name=Rosa&".replacing("\(field)=", with: "old=") + "\(field)=\(escaped)",
                    headers: ["content-type": "application/x-www-form-urlencoded", "host": "localhost"])
                await visitor.close()
                #expect(page.status == 422)
                #expect(page.links.contains("#\(field)"))
                #expect(page.text.contains(shown))
                if field != "words" { #expect(page.text.contains("My words.")) }
            }
        }
    }

    @Test func `a name is shown as it was typed, never read as markup`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            for name in [
                "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{name}}", "{{{t.nav_skip}}}", "{name}", "O'Brien & Söhne",
                "\u{1F469}\u{200D}\u{1F4BB} Ana", "&lt;b&gt;",
            ] {
                let page = try await amparo.post(
                    "/en/actions/77-21/letters", [("way", "post"), ("name", name), ("place", name), ("words", "\(name) writes.")])
                #expect(page.status == 200)
                let signature = try #require(page.text.firstMatch(of: /<p class="sheet-sign">([^<]*)<\/p>/))
                #expect(String(signature.1).unescaped == name)
                #expect(!page.text.contains("<script>") && !page.text.contains("<img"))
                #expect(page.hidden["name"] == name)
                #expect(page.hidden["words"] == "\(name) writes.")
            }
        }
    }

    @Test func `nobody has to give a name`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let page = try await amparo.post("/en/actions/77-21/letters", [("name", "   "), ("place", ""), ("way", "post")])
            #expect(page.status == 200)
            #expect(page.text.contains("<p class=\"sheet-sign\"></p>"))
            #expect(page.text.contains("<p class=\"sheet-date\">30 November 2021</p>"))
        }
    }

    @Test func `a body that is no form is refused in words`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            for type in ["application/xml", "multipart/form-data; boundary=x", "text/plain"] {
                let page = try await amparo.post("/fr/actions/77-21/letters", [("name", "Rosa")], ["content-type": type])
                #expect(page.status == 415)
                #expect(page["content-language"] == "fr")
            }
        }
    }
}

extension String {
    /// The last line: a field prints line breaks in its own way.
    fileprivate var trimmingLineEnds: String {
        split(whereSeparator: \.isNewline).last.map(String.init) ?? self
    }
}
