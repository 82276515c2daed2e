import Campaign
import Documents
import Site
import Storage
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct PhonePagesTests {
    /// A site that sends mails and, unless the test says otherwise, text messages.
    private func visit(_ engine: Engine = .sqlite, texts: Bool = true, _ body: (SupporterVisit, TextTray) async throws -> Void) async throws {
        let letters = LetterTray(), tray = TextTray(), texting = texts ? Texting(texter: tray, secret: "token-of-the-gateway") : nil
        let desk = SupporterDesk(keyring: try .still(), postbox: letters, texting: texting)
        try await withAmparo(engine, supporters: desk) { amparo in try await body(SupporterVisit(amparo: amparo, tray: letters), tray) }
    }

    /// The code of the next text message, which is written after the answer has left.
    private func texted(_ tray: TextTray) async throws -> String {
        let start = ContinuousClock.now
        while ContinuousClock.now - start < .seconds(30) {
            if let code = tray.empty().first?.code { return code }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw SupporterVisit.NoLetter()
    }

    private func incoming(_ visit: SupporterVisit, _ text: String, from number: String, _ token: String = "token-of-the-gateway") async throws -> Int
    {
        let body = "{\"from\": \"\(number)\", \"text\": \"\(text)\"}"
        return try await visit.amparo.post(json: body, to: "/sms/incoming", ["authorization": "Bearer \(token)"]).status
    }

    @Test(arguments: Engine.available)
    func `Rosa gives a number in My urgent actions, types its code, sees it veiled, and has it forgotten`(on engine: Engine) async throws {
        try await visit(engine) { visit, tray in
            try await visit.join("rosa@example.org")
            let own = ["cookie": try await visit.enter("rosa@example.org")]
            #expect(try await visit.amparo.get("/en/my", own).words.contains("We have no phone number for you."))
            let wrong = try await visit.amparo.post("/en/my/phone", [("phone", "079 123 45 67")], own)
            #expect(wrong.status == 422 && wrong.words.contains("with its country code"))
            let asked = try await visit.amparo.post("/en/my/phone", [("phone", "+41 79 123 45 67")], own)
            let path = try #require(asked["location"])
            #expect(asked.status == 303 && path.hasPrefix("/en/alerts/phone/"))
            let code = try await texted(tray), page = try await visit.amparo.get(path)
            #expect(page.status == 200 && page.forms.contains(path) && !page.words.contains("123 45 67"))
            let mistyped = try await visit.amparo.post(path, [("code", code == "123123" ? "321321" : "123123")])
            #expect(mistyped.status == 422)
            let done = try await visit.amparo.post(path, [("code", code)])
            #expect(done.status == 200 && done.words.contains("Your number is noted"))
            let my = try await visit.amparo.get("/en/my", own).words
            #expect(my.contains("Text messages go to +41 … 67") && !my.contains("+41791234567"))
            #expect(try await visit.amparo.get("/en/my/data", own).words.contains("+41791234567"))
            #expect(try await visit.amparo.get("/en/my/data.json", own).text.contains("+41791234567"))
            #expect(try await visit.amparo.post("/en/my/phone/forget", [], own)["location"] == "/en/my?done=phone_forgotten")
            #expect(try await visit.amparo.store.count("phone") == 0)
            #expect(try await visit.amparo.post(path, [("code", code)]).status == 404)
        }
    }

    @Test func `a number given with the sign-up is asked for its code once the address is confirmed`() async throws {
        try await visit { visit, tray in
            #expect(try await visit.amparo.get("/en/alerts").text.contains("name=\"phone\""))
            let wrong = try await visit.signUp("rosa@example.org", [("phone", "12")])
            #expect(wrong.status == 422 && wrong.text.contains("value=\"12\""))
            #expect(try await visit.signUp("rosa@example.org", [("phone", "+41 79 123 45 67"), ("pace", "at_once")]).status == 303)
            let confirm = try await visit.path()
            #expect(tray.empty().isEmpty)
            let path = try #require(try await visit.amparo.post(confirm, [])["location"])
            #expect(path.hasPrefix("/en/alerts/phone/"))
            #expect(try await visit.amparo.post(path, [("code", try await texted(tray))]).status == 200)
            #expect(try await visit.amparo.store.count("phone") == 1)
        }
    }

    @Test func `an answer STOP that the gateway brings forgets the number, and nobody else can bring one`() async throws {
        try await visit { visit, tray in
            _ = try await visit.signUp("rosa@example.org", [("phone", "+41 79 123 45 67")])
            let number = "+41791234567", path = try #require(try await visit.amparo.post(try await visit.path(), [])["location"])
            #expect(try await visit.amparo.post("/en/alerts/phone/guessed", [("code", "123456")]).status == 404)
            #expect(try await visit.amparo.post(path, [("code", try await texted(tray))]).status == 200)
            #expect(try await incoming(visit, "STOP", from: number, "guessed") == 401)
            #expect(try await incoming(visit, "hello", from: number) == 204)
            #expect(try await visit.amparo.store.count("phone") == 1)
            #expect(try await incoming(visit, "Stop", from: number) == 204)
            #expect(try await visit.amparo.store.count("phone") == 0)
        }
    }

    @Test func `without a gateway no page takes a number`() async throws {
        try await visit(texts: false) { visit, _ in
            #expect(try await !visit.amparo.get("/en/alerts").text.contains("name=\"phone\""))
            try await visit.join("rosa@example.org", [("phone", "+41 79 123 45 67")])
            let own = ["cookie": try await visit.enter("rosa@example.org")]
            #expect(try await !visit.amparo.get("/en/my", own).text.contains("name=\"phone\""))
            #expect(try await visit.amparo.post("/en/my/phone", [("phone", "+41 79 123 45 67")], own).status == 501)
            #expect(try await visit.amparo.store.count("phone_code") == 0)
            #expect(try await incoming(visit, "STOP", from: "+41791234567") == 404)
        }
    }
}
