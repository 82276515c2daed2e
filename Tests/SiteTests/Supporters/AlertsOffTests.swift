import Campaign
import Documents
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct AlertsOffTests {
    @Test func `a server that cannot write says so, links nowhere to it, and does all the rest`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            for path in ["/en/", "/en/actions/77-21", "/en/actions/77-21/thanks", "/en/about"] {
                let page = try await amparo.get(path)
                #expect(page.status == 200)
                #expect(!(page.links + page.forms).contains { $0.contains("/alerts") || $0.hasSuffix("/my") || $0.hasSuffix("/follow") }, "\(path)")
            }
            for path in ["/en/alerts", "/en/my", "/en/alerts/confirm/x", "/en/alerts/stop/x", "/en/my/data.json"] {
                let page = try await amparo.get(path)
                #expect(page.status == 200 && page.words.contains("Alerts by mail are not set up on this server"), "\(path)")
                #expect(page.links.contains("/en/"))
            }
            #expect(try await amparo.post("/en/alerts", [("address", "rosa@example.org")]).status == 501)
            #expect(try await amparo.report(2).status == 303)
        }
    }
}
