import Campaign
import Documents
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct NoCookieTests {
    private let read = [
        "/", "/en/", "/en/?country=ke", "/en/actions/77-21", "/en/actions/77-21/1", "/en/actions/77-21/write", "/en/actions/77-21/report",
        "/en/actions/77-21/thanks", "/en/archive", "/en/archive/2021", "/en/archive/2021/11", "/en/about", "/en/counting", "/en/writing",
        "/en/privacy", "/en/contact", "/en/pack", "/en/groups", "/go?q=UA+77%2F21", "/documents/77-21/1/en/sheet.md", "/assets/site.css", "/healthz",
        "/en/nowhere", "/en/alerts", "/en/alerts/browser", "/en/alerts?action=77-21", "/en/alerts/sent", "/en/alerts/welcome",
        "/en/alerts/confirm/nobody",
        "/en/alerts/stop/nobody", "/en/my", "/en/my/enter/nobody", "/en/my/address", "/en/my/address/nobody", "/en/my/stay/nobody",
    ]

    @Test func `who reads, writes, reports or signs up gets no cookie, whatever the page`() async throws {
        try await withSupporters { visit in
            try await visit.amparo.store.take(.wanjiru())
            for path in read { #expect(try await visit.amparo.get(path)["set-cookie"] == nil, "\(path)") }
            let reported = try await visit.amparo.report(3)
            #expect(reported.status == 303 && reported["set-cookie"] == nil)
            #expect(try await visit.amparo.post("/en/actions/77-21/letters", [("name", "Rosa")])["set-cookie"] == nil)
            #expect(try await visit.amparo.post("/en/actions/77-21/follow", [])["set-cookie"] == nil)
            #expect(try await visit.signUp("rosa@example.org")["set-cookie"] == nil)
            #expect(try await visit.amparo.post(try await visit.path(), [])["set-cookie"] == nil)
        }
    }

    @Test func `pages for one person are kept by nobody and found by nobody`() async throws {
        try await withSupporters { visit in
            try await visit.join("rosa@example.org")
            let own = ["cookie": try await visit.enter("rosa@example.org")]
            for path in ["/en/my", "/en/my/data", "/en/my/erase", "/en/my/enter/x", "/en/my/address", "/en/alerts/stop/x"] {
                let page = try await visit.amparo.get(path, own)
                #expect(page["cache-control"] == "no-store" && page["etag"] == nil && page["vary"] == nil, "\(path)")
                #expect(page.text.contains("content=\"noindex\""), "\(path)")
            }
        }
    }
}
