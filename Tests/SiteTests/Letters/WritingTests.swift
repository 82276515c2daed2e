import Documents
import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct WritingTests {
    private func letter(_ amparo: RunningAmparo, _ fields: [String: String], addressee: String = "1", language: String = "en") async throws
        -> HTTPAnswer
    {
        let chosen = [("addressee", addressee), ("language", language)]
        return try await amparo.post("/en/actions/77-21/letters", chosen + fields.map { ($0.key, $0.value) })
    }

    @Test func `the choices of step one are in the letter of step two`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let page = try await amparo.get("/en/actions/77-21/write?addressee=2&language=sw")
            #expect(page.status == 200)
            #expect(page["cache-control"] == "no-store")
            #expect(page.chosen == ["addressee=2", "language=sw", "way=post"])
            #expect(page.words.contains("Letter in Swahili"))
            #expect(page.text.contains("Ninakuandikia kuhusu Wanjiru Otieno."))
            #expect(page.text.contains("<meta name=\"robots\" content=\"noindex\">"))
        }
    }

    @Test func `an addressee or a language that the case does not have leads nowhere`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            for query in [
                "addressee=99", "addressee=0", "addressee=-9223372036854775808", "addressee=x", "language=xx", "language=%00",
                "addressee=1&addressee=9",
            ] {
                #expect(try await amparo.get("/en/actions/77-21/write?\(query)").status == 404, "\(query)")
            }
            let page = try await amparo.get("/en/actions/77-21/write?addressee=&language=")
            #expect(page.chosen == ["addressee=1", "language=en", "way=email"])
            #expect(try await amparo.post("/en/actions/77-21/addresses", [("addressee", "99")]).status == 404)
        }
    }

    @Test func `a form for somebody else or in another language is told so, and keeps the words`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            for (addressee, language, field) in [("99", "en", "addressee"), ("1", "xx", "language")] {
                let page = try await letter(
                    amparo, ["name": "Rosa Quispe", "words": "My own words."], addressee: addressee, language: language)
                #expect(page.status == 422)
                #expect(page.links.contains("#\(field)") && page.text.contains("id=\"\(field)-problem\""))
                #expect(page.text.contains("Rosa Quispe") && page.text.contains("My own words."))
            }
        }
    }

    @Test func `the office's language comes before the reader's`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru { $0.preferredLanguages = ["sw"] })
            #expect(try await amparo.get("/en/actions/77-21/write").chosen.contains("language=sw"))
        }
    }

    @Test func `the letter is finished, signed and ready to print`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let page = try await letter(amparo, ["name": "Rosa Quispe", "place": "Lima", "way": "post"])
            #expect(page.status == 200)
            #expect(page["cache-control"] == "no-store")
            for words in ["To Amina Njoroge", "Harambee Avenue", "Lima, 30 November 2021", "Dear Attorney General Njoroge,", "Rosa Quispe"] {
                #expect(page.words.contains(words), "\(words)")
            }
            #expect(page.links.contains("/en/actions/77-21/report?channel=post"))
        }
    }

    @Test func `the letter is ready for a mail program`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let page = try await letter(amparo, ["name": "Rosa Quispe", "place": "Lima"])
            let link = try #require(page.links.first { $0.hasPrefix("mailto:ag@example.org?") })
            #expect(link.contains("subject=UA%2077%2F21"))
            #expect(link.contains("body=Dear%20Attorney%20General%20Njoroge%2C%0D%0A%0D%0A"))
            #expect(link.removingPercentEncoding?.hasSuffix("Yours sincerely,\r\nRosa Quispe") == true)
            #expect(link.utf8.count <= 1_600)
            #expect(page.links.contains("/en/actions/77-21/report?channel=email"))
        }
    }

    @Test func `own words replace the model's, without its greeting and closing`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let page = try await letter(amparo, ["name": "Rosa", "way": "post", "words": "She is my colleague.\r\n\r\nPlease help her."])
            #expect(page.text.contains("<p>She is my colleague.</p>\n<p>Please help her.</p>"))
            #expect(!page.words.contains("I write to you about"))
            #expect(page.words.contains("Dear Attorney General Njoroge, She is my colleague. Please help her. Yours sincerely, Rosa"))
            #expect(page.hidden["words"] == "She is my colleague.\r\n\r\nPlease help her.")
        }
    }

    @Test func `the letter is a text to keep, too`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let text = try await letter(amparo, ["name": "Rosa & <Ana>", "format": "txt"])
            #expect(text["content-type"] == "text/plain; charset=utf-8")
            #expect(text["content-disposition"] == "attachment; filename=\"77-21.txt\"")
            #expect(text["cache-control"] == "no-store")
            #expect(text.text.hasPrefix("Amina Njoroge\nAttorney General\nHarambee Avenue\n"))
            #expect(text.text.hasSuffix("Yours sincerely,\nRosa & <Ana>\n"))
        }
    }

    @Test func `a letter that is too long for a link says so, and its link has no body`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let page = try await letter(amparo, ["words": String(repeating: "Je vous écris. ", count: 120)])
            #expect(page.words.contains("Too long for a mail link"))
            #expect(page.links.contains { $0.hasPrefix("mailto:ag@example.org?subject=UA%2077%2F21") && !$0.contains("body=") })
        }
    }

    @Test func `an office is offered only the ways that reach it, and no greeting of another`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let page = try await letter(amparo, [:], addressee: "2")
            #expect(page.first("h1") == "Your letter is ready")
            #expect(!page.links.contains { $0.hasPrefix("mailto:") })
            #expect(!page.words.contains("Dear Attorney General Njoroge"))
            let refused = try await letter(amparo, ["way": "email", "name": "Rosa"], addressee: "2")
            #expect(refused.status == 422)
            #expect(refused.words.contains("None of the addressees you chose can be reached that way"))
            #expect(refused.links.contains("#way"))
        }
    }

    @Test func `an Arabic letter runs from right to left on a page that does not`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(
                .wanjiru {
                    $0.letters = [ActionDraft.Letter(language: "ar", salutation: "السيدة نجوروغي،", body: "أكتب إليكم.", closing: "مع التقدير")]
                })
            let page = try await letter(amparo, ["name": "Rosa", "way": "post"], language: "ar")
            #expect(page.text.contains("<html lang=\"en\" dir=\"ltr\">"))
            #expect(page.text.contains("class=\"sheet sheet-paper\" lang=\"ar\" dir=\"rtl\""))
            #expect(page.text.contains("<p>أكتب إليكم.</p>"))
            let dated = try await letter(amparo, ["name": "Rosa", "way": "post", "place": "Basel"], language: "ar")
            #expect(dated.text.contains("<p class=\"sheet-date\">\u{2068}Basel\u{2069}، "))
            #expect(dated.text.contains("id=\"envelope-1\" rows=\"5\" readonly lang=\"\" dir=\"auto\""))
        }
    }
}
