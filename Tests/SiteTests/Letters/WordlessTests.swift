import Campaign
import Documents
import TestSupport
import Testing

@testable import Site

/// Cases that ask in bullets and give no model letter, as nearly all did before 2017.
@Suite(.timeLimit(.minutes(5))) struct WordlessTests {
    private let path = "/en/actions/77-21/letters"

    private func take(_ store: Store, _ change: (inout ActionDraft) -> Void = { _ in }) async throws {
        try await store.take(
            .wanjiru {
                $0.letters = []
                $0.demands = ["urging the authorities to reveal where Wanjiru Otieno is held", "asking that she be seen by a doctor"]
                $0.targets = [.amina.with { $0.salutation = "Dear Attorney General" }, .highCommission(in: "London")]
                change(&$0)
            })
    }

    @Test func `the button leads to a letter without words, with greeting, closing and what to ask beside it`() async throws {
        try await withAmparo { amparo in
            try await take(amparo.store)
            #expect(try await amparo.get("/en/actions/77-21").links.contains("/en/actions/77-21/write"))
            let page = try await amparo.get("/en/actions/77-21/write")
            #expect(page.status == 200)
            for words in [
                "Dear Attorney General,", "Yours sincerely,", "Write your letter here", "urging the authorities to reveal", "Call for her release.",
            ] {
                #expect(page.words.contains(words), "\(words)")
            }
            #expect(page.text.contains("></textarea>"))
            #expect(page.chosen == ["addressee=1", "language=en", "way=email"])
        }
    }

    @Test func `the letter is in the reader's language, or in one of the section's, greeted by rank`() async throws {
        try await withAmparo { amparo in
            try await take(amparo.store) {
                $0.targets = [
                    .amina.with {
                        $0.role = "Minister of Justice"; $0.salutation = "Dear Minister"
                    }
                ]
            }
            for (language, greeting, closing) in [
                ("en", "Dear Minister,", "Yours sincerely,"), ("es", "Excelencia:", "Atentamente,"), ("de", "Exzellenz,", "Hochachtungsvoll"),
            ] {
                let page = try await amparo.get("/\(language)/actions/77-21/write")
                #expect(page.chosen.contains("language=\(language)"))
                #expect(page.words.contains(greeting) && page.words.contains(closing), "\(language)")
            }
            let other = try await amparo.get("/en/actions/77-21/write?language=fr")
            #expect(other.chosen.contains("language=fr") && other.words.contains("Veuillez agréer"))
        }
    }

    @Test(arguments: ["email", "post", "fax", "phone", "x", "bluesky", "mastodon", "threads", "facebook", "whatsapp", "signal", "contact_form"])
    func `every way takes the writer's own words`(_ way: String) async throws {
        try await withAmparo { amparo in
            try await take(amparo.store)
            try await amparo.store.addWays()
            let page = try await amparo.post(path, [("way", way), ("name", "Rosa"), ("words", "Please reveal where Wanjiru Otieno is held.")])
            #expect(page.status == 200)
            #expect(page.links.contains { $0.hasPrefix("/en/actions/77-21/report?channel=") })
            if way == "email" { #expect(page.links.contains { $0.contains("body=Dear%20Attorney%20General%2C%0D%0A%0D%0APlease%20reveal") }) }
        }
    }

    @Test func `Word files and texts are made of the writer's words`() async throws {
        try await withAmparo { amparo in
            try await take(amparo.store)
            let fields = [("way", "post"), ("name", "Rosa"), ("words", "Please reveal where she is.")]
            #expect(try await amparo.post(path, fields + [("format", "docx")])["content-type"]?.contains("wordprocessingml") == true)
            let text = try await amparo.post(path, fields + [("format", "txt")]).text
            #expect(text.hasSuffix("Dear Attorney General,\n\nPlease reveal where she is.\n\nYours sincerely,\nRosa\n"))
        }
    }

    @Test func `a letter without words is refused in the form, but another choice is not`() async throws {
        try await withAmparo { amparo in
            try await take(amparo.store)
            try await amparo.store.addWays()
            for fields in [[("way", "post")], [("way", "email"), ("words", " \r\n ")], [("again", "check")], [("way", "post"), ("format", "docx")]] {
                let page = try await amparo.post(path, fields + [("name", "Rosa")])
                #expect(page.status == 422)
                #expect(page.words.contains("The letter has no words yet.") && page.links.contains("#words"))
                #expect(page.text.contains("value=\"Rosa\""))
            }
            #expect(try await amparo.post(path, [("again", "show"), ("language", "es")]).status == 200)
            #expect(try await amparo.post(path, [("way", "x")]).status == 200)
        }
    }

    @Test func `a call without words reads out what the case asks`() async throws {
        try await withAmparo { amparo in
            try await take(amparo.store)
            try await amparo.store.addWays()
            #expect(try await amparo.post(path, [("way", "phone")]).words.contains("My request is this: urging the authorities to reveal"))
        }
    }

    @Test func `advice holds the letter against what the case asks`() async throws {
        try await withAmparo { amparo in
            try await take(amparo.store)
            let poor = try await amparo.post(path, [("again", "check"), ("words", "It is raining here.")])
            #expect(poor.words.contains("The action asks for this, and your letter does not: “asking that she be seen by a doctor”"))
            #expect(poor.words.contains("does not name Wanjiru Otieno"))
            let good = "I urge the authorities to reveal where Wanjiru Otieno is held, and I ask that she be seen by a doctor."
            #expect(try await amparo.post(path, [("again", "check"), ("words", good)]).words.contains("Nothing stands out"))
        }
    }

    @Test func `a pack has the greeting, lines to write on and the closing`() async throws {
        try await withSite { pages in
            try await take(pages.store)
            let reader = try pages.reader(), view = try await pages.view(for: reader), compose = try WritingDesk().compose
            #expect(view.takesPost)
            let form = PackForm(FormBody(), isSent: false)
            let page = PackPage(
                [view], form, problems: FormProblems(), compose: compose, canMakePDF: true, layout: pages.layout(reader), for: reader)
            #expect(page.cases.first?.letterLanguages.filter(\.isChosen).map(\.optionValue) == ["en"])
            let fields = [("n.77-21.1", "2"), ("to.77-21", "1"), ("in.77-21", "en")].map { FormBody.Field(name: $0.0, value: $0.1) }
            let pack = PackMaking(compose: compose, origins: pages.site.origins, group: nil, reader: reader)
                .pack(try PackChoice(FormBody(fields), for: reader.section), [view])
            let letter = try #require(pack.cases.first?.letters.first?.letter)
            #expect(letter.greeting == "Dear Attorney General," && letter.closing == "Yours sincerely,")
            #expect(letter.paragraphs.count > 5 && letter.paragraphs.allSatisfy { $0.allSatisfy { $0 == "_" } })
        }
    }
}
