import Documents
import Foundation
import TestSupport
import Testing

/// One result page for each way of sending, to somebody who can be reached by all of them.
@Suite(.timeLimit(.minutes(5))) struct ChannelPagesTests {
    private func page(
        _ way: String, _ more: [(String, String)] = [], at instant: String = "2021-11-30T10:00:00.000Z",
        _ check: (HTTPAnswer, RunningAmparo) async throws -> Void
    ) async throws {
        try await withAmparo(at: instant) { amparo in
            try await amparo.store.take(.wanjiru { $0.makeRich() })
            try await amparo.store.addWays()
            let fields = [("addressee", "1"), ("language", "en"), ("way", way), ("name", "Rosa Quispe"), ("place", "Lima")] + more
            try await check(try await amparo.post("/en/actions/77-21/letters", fields), amparo)
        }
    }

    @Test(arguments: [
        ("email", "email"), ("post", "post"), ("fax", "fax"), ("phone", "phone"), ("x", "x"), ("bluesky", "bluesky"), ("mastodon", "mastodon"),
        ("threads", "other"), ("instagram", "instagram"), ("facebook", "facebook"), ("whatsapp", "other"), ("telegram", "other"), ("signal", "other"),
        ("contact_form", "contact_form"), ("solidarity", "solidarity"),
    ])
    func `each way leads to its own report, and keeps what was typed for the others`(_ way: String, _ channel: String) async throws {
        try await page(way) { page, amparo in
            #expect(page.status == 200)
            #expect(page["cache-control"] == "no-store")
            let report = "/en/actions/77-21/report?channel=\(channel)"
            #expect(page.links.contains(report))
            let form = try await amparo.get(report)
            #expect(form.chosen == ["channel=\(channel)"])
            #expect(page.hidden["name"] == "Rosa Quispe")
            #expect(page.words.contains("Another way, or other words"))
            #expect(!page.text.contains("<button class=\"button-quiet\" type=\"submit\" name=\"way\" value=\"\(way)\""))
        }
    }

    @Test func `the letter page asks for a way that somebody takes, and no page but an answer holds an e-mail address`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let form = try await amparo.get("/en/actions/77-21/write")
            #expect(!form.text.contains("ag@example.org"))
            for way in ["post", "email", "x"] { #expect(form.text.contains("name=\"way\" value=\"\(way)\"")) }
            for way in ["fax", "solidarity", "bluesky"] { #expect(!form.text.contains("name=\"way\" value=\"\(way)\"")) }
            #expect(!(try await amparo.get("/en/actions/77-21/write?addressee=1&addressee=2&way=email").text.contains("ag@example.org")))
        }
    }

    @Test func `one e-mail goes to all who are asked to act, with copies to the others, and greets only the first`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(
                .wanjiru {
                    $0.targets = [
                        .amina,
                        .amina.with {
                            $0.name = "Peter Kimani"; $0.emails = ["police@example.org; deputy@example.org"]
                        },
                        .highCommission(in: "London").with { $0.emails = ["mission@example.org", "ag@example.org"] },
                    ]
                })
            let fields = [("addressee", "3"), ("addressee", "1"), ("addressee", "2"), ("way", "email"), ("language", "en")]
            let page = try await amparo.post("/en/actions/77-21/letters", fields)
            let link = try #require(page.links.first { $0.hasPrefix("mailto:") })
            #expect(link.hasPrefix("mailto:ag@example.org,police@example.org,deputy@example.org?cc=mission@example.org&subject="))
            #expect(page.words.contains("Dear Attorney General Njoroge, Dear Sir or Madam, I write to you"))
        }
    }

    @Test func `an e-mail comes as a file that opens as a draft`() async throws {
        try await page("email", [("format", "eml"), ("words", "Ñandú.\r\n\r\nBcc: all@example.org")]) { file, _ in
            #expect(file["content-type"] == "message/rfc822")
            #expect(file["content-disposition"] == "attachment; filename=\"77-21.eml\"")
            #expect(file["cache-control"] == "no-store")
            #expect(file.text.hasPrefix("To: ag@example.org\r\nSubject: =?utf-8?B?"))
            let head = file.text.components(separatedBy: "\r\n\r\n")[0]
            #expect(head.contains("X-Unsent: 1") && !head.contains("Bcc"))
            #expect(file.text.contains("=C3=91and=C3=BA.\r\n\r\nBcc: all@example.org"))
        }
    }

    @Test func `a letter that is too long for a link comes shorter, in full, and by web mail without its text`() async throws {
        let words =
            "I write about Wanjiru Otieno. She is held.\n\n" + String(repeating: "More is known of this. ", count: 90)
            + "\n\nI ask you to release her."
        try await page("email", [("words", words)]) { page, _ in
            let links = page.links.filter { $0.hasPrefix("mailto:") }
            #expect(links.count == 3)
            #expect(links[0].contains("I%20ask%20you%20to%20release%20her.") && links[0].utf8.count <= 1_600)
            #expect(links[1].contains("More%20is%20known") && links[1].utf8.count > 2_083)
            #expect(!links[2].contains("body="))
            #expect(page.words.contains("Outlook (Windows) may cut it off (after 2,000 bytes)"))
            #expect(page.links.contains { $0.hasPrefix("https://mail.google.com/mail/?view=cm&fs=1&to=ag%40example.org") && !$0.contains("body=") })
        }
    }

    @Test func `a call has a number that dials, a clock and words`() async throws {
        try await page("phone", at: "2021-11-30T06:05:00.000Z") { page, _ in
            #expect(page.links.contains("tel:+254202227411"))
            #expect(page.words.contains("In Kenya it is 09:05 now"))
            #expect(page.words.contains("Offices are usually open at this hour."))
            #expect(page.words.contains("Good day. My name is Rosa Quispe and I am calling from Lima. I am calling about Wanjiru Otieno."))
            #expect(page.words.contains("Please see that she is released."))
        }
    }

    @Test func `a fax has a cover`() async throws {
        try await page("fax") { page, _ in
            #expect(page.words.contains("Fax number 020 221 1082, +254 20 221 1082 From Rosa Quispe, Lima, 30 November 2021"))
        }
    }

    @Test func `posts are the case's and one of ours, counted as the network counts`() async throws {
        try await page("x") { page, _ in
            #expect(page.links.contains("https://x.com/intent/tweet?text=Release%20Wanjiru%20Otieno%21%20%23Kisumu"))
            #expect(page.words.contains("31 of 280 characters"))
            #expect(
                page.links.contains {
                    $0.contains("Reporter%20held%20over%20a%20budget%20question.%20Call%20for%20her%20release.%20%40ag_example%20http")
                })
            #expect(page.links.contains("https://x.com/ag_example"))
        }
    }

    @Test func `Mastodon asks for the writer's server`() async throws {
        try await page("mastodon") { page, amparo in
            #expect(page.text.contains("name=\"instance\""))
            #expect(!page.links.contains { $0.contains("/share?text=") })
            let fields = [("way", "mastodon"), ("instance", "@rosa@mastodon.example")]
            let links = try await amparo.post("/en/actions/77-21/letters", fields).links
            #expect(links.contains { $0.hasPrefix("https://mastodon.example/share?text=Release") })
            let wrong = try await amparo.post("/en/actions/77-21/letters", [fields[0], ("instance", "javascript:alert(1)\"><b>")])
            #expect(wrong.words.contains("This is not the name of a server"))
            #expect(!wrong.links.contains { $0.hasPrefix("javascript") })
        }
    }

    @Test func `a network that takes no text says so`() async throws {
        try await page("facebook") { page, _ in
            #expect(page.words.contains("This network takes no text from a link"))
            #expect(page.links.contains { $0.hasPrefix("https://www.facebook.com/sharer/sharer.php?u=http") })
        }
        try await page("instagram") { page, _ in #expect(page.links.contains("https://www.instagram.com/ag_example")) }
    }

    @Test func `messengers open with the letter`() async throws {
        try await page("whatsapp") { page, _ in
            #expect(page.links.contains { $0.hasPrefix("https://wa.me/254202227411?text=Dear%20Attorney%20General%20Njoroge") })
        }
        try await page("signal") { page, _ in
            #expect(page.links.contains("https://signal.me/#p/+254202227411"))
            #expect(page.words.contains("opens the conversation without the text"))
        }
    }

    @Test func `a contact form is a link and pieces`() async throws {
        try await page("contact_form") { page, _ in
            #expect(page.links.contains("https://ag.example.org/contact"))
            for piece in ["piece-name", "piece-place", "piece-subject", "letter-text"] { #expect(page.text.contains("id=\"\(piece)\"")) }
        }
    }

    @Test func `a card goes where the case says, and nowhere when it says nothing`() async throws {
        try await page("solidarity") { page, _ in #expect(page.words.contains("Wanjiru Otieno Kisumu Prison P.O. Box 1 Kisumu Kenya")) }
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            #expect(try await amparo.post("/en/actions/77-21/letters", [("way", "solidarity")]).status == 422)
        }
    }

    @Test func `a machine that makes no PDF says what to do instead`() async throws {
        try await page("post") { page, amparo in
            #expect(page.words.contains("PDF is not available here; print this page instead."))
            let asked = try await amparo.post("/en/actions/77-21/letters", [("way", "post"), ("format", "pdf")])
            #expect(asked.status == 501)
        }
    }

    @Test func `the address ends with the country in the writer's language`() async throws {
        try await page("post") { page, _ in #expect(page.words.contains("Harambee Avenue Nairobi KENYA")) }
    }
}
