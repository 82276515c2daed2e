import Documents
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct CountingTests {
    @Test func `no number below the threshold is told, in words or to programs`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.report(9)
            for path in ["/en/actions/77-21", "/en/actions/77-21/thanks", "/en/", "/en/archive/2021/11", "/documents/77-21/1/en/sheet.txt"] {
                let words = try await amparo.get(path).words
                #expect(!words.contains("9 appeal") && !words.contains("Appeals sent: 9") && !words.contains(" 9 "), "\(path)")
            }
            let token = try await amparo.get("/en/actions/77-21/report").hidden["token"] ?? ""
            let hidden = try await amparo.post(
                json: "{\"channel\":\"email\",\"quantity\":0,\"output\":1,\"token\":\"\(token)\"}", to: "/en/actions/77-21/reports")
            #expect(!hidden.text.contains("9"))
            let shown = try await amparo.post(
                json: "{\"channel\":\"email\",\"quantity\":1,\"output\":1,\"token\":\"\(token)\"}", to: "/en/actions/77-21/reports")
            #expect(shown.text.contains("\"appeals\":10"))
        }
    }

    @Test func `parts are shown only when none of them could be worked out`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.report(20, by: "email")
            try await amparo.report(9, by: "fax")
            let hidden = try await amparo.eventually("/en/actions/77-21") { $0.words.contains("29 appeals") }
            #expect(hidden.words.contains("29 appeals sent"))
            #expect(hidden.text.firstMatch(of: /<dt>(E-mail|Fax)<\/dt><dd>[0-9]/) == nil)
            try await amparo.report(1, by: "fax")
            let shown = try await amparo.eventually("/en/actions/77-21") { $0.words.contains("30 appeals") }
            #expect(shown.text.contains("<dt>E-mail</dt><dd>20</dd>"))
            #expect(shown.text.contains("<dt>Fax</dt><dd>10</dd>"))
        }
    }

    @Test func `what other pages counted stands apart`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru { $0.actionCount = 1_204 })
            try await amparo.report(12)
            let page = try await amparo.eventually("/en/actions/77-21") { $0.words.contains("12 appeals") }
            #expect(page.words.contains("Reported elsewhere (imported) UA 77/21 1,204 appeals"))
            #expect(!page.words.contains("1,216"))
            #expect(try await amparo.get("/de/actions/77-21").words.contains("1.204"))
        }
    }

    @Test func `a small count from elsewhere is not shown`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru { $0.actionCount = 4 })
            #expect(!(try await amparo.get("/en/actions/77-21").words.contains("Reported elsewhere")))
        }
    }
}
