import Documents
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct DocumentTests {
    @Test func `the case sheet holds the whole case, as text and as Markdown`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru { $0.makeRich() })
            let text = try await amparo.get("/documents/77-21/1/en/sheet.txt"), markdown = try await amparo.get("/documents/77-21/1/en/sheet.md")
            #expect(text["content-type"] == "text/plain; charset=utf-8")
            #expect(markdown["content-type"] == "text/markdown; charset=utf-8")
            #expect(text["content-language"] == "en")
            #expect(text.text.hasPrefix("Reporter held over a budget question\n===="))
            for words in [
                "UA 77/21\nKenya\nWrite until: Monday, 3 January 2022", "- Drop the charges.", "Amina Njoroge\nAttorney General\nHarambee Avenue",
                "She asked for a budget.", "Wanjiru Otieno (she/her)",
            ] {
                #expect(text.text.contains(words), "\(words)")
            }
            #expect(markdown.text.contains("# Reporter held over a budget question"))
            #expect(markdown.text.contains("- Drop the charges."))
        }
    }

    @Test func `letters come one by one or all together`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let swahili = try await amparo.get("/documents/77-21/1/sw/letter.txt"), all = try await amparo.get("/documents/77-21/1/de/letters.md")
            #expect(swahili["content-language"] == "sw")
            #expect(swahili.text.contains("Mheshimiwa Njoroge,\n\nNinakuandikia kuhusu Wanjiru Otieno.\n\nWako mwaminifu,"))
            #expect(all["content-language"] == "de")
            #expect(all.text.contains("## Suaheli") && all.text.contains("## Englisch"))
        }
    }

    @Test func `a document that is not there is a missing page`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            for path in [
                "/documents/77-21/1/fr/sheet.txt", "/documents/77-21/1/fr/letter.txt", "/documents/77-21/2/en/sheet.txt",
                "/documents/77-21/1/en/sheet.exe",
                "/documents/77-21/1/en/sheet", "/documents/77-21/1/en/secret.txt", "/documents/77-21/1/en/sheet.txt.md",
                "/documents/78-21/1/en/sheet.txt",
                "/documents/77-21/1/en/..%2Fsheet.txt", "/documents/77-21/x/en/sheet.txt", "/documents/77-21/1/xx/letters.txt",
            ] {
                #expect(try await amparo.get(path).status == 404)
            }
        }
    }

    @Test func `a letter that is no longer wanted is refused, with a way back to the action`() async throws {
        try await withAmparo(at: "2022-01-04T00:00:00.000Z") { amparo in
            try await amparo.store.take(.wanjiru())
            let page = try await amparo.get("/documents/77-21/1/en/letter.txt")
            #expect(page.status == 409)
            #expect(page.first("h1") == "No letters are wanted for this action")
            #expect(page.links.contains("/en/actions/77-21"))
            #expect(try await amparo.get("/documents/77-21/1/en/sheet.txt").status == 200)
        }
    }

    @Test func `documents are kept as pages are`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let first = try await amparo.get("/documents/77-21/1/en/sheet.md")
            let again = try await amparo.get("/documents/77-21/1/en/sheet.md", ["if-none-match": first["etag"] ?? ""])
            #expect(again.status == 304)
            #expect(again.body.isEmpty)
        }
    }
}
