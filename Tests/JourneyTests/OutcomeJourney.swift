import Documents
import TestSupport
import Testing

/// Wanjiru goes home; Ivo publishes it, and nobody is asked to write any more.
@Suite(.timeLimit(.minutes(5))) struct OutcomeJourney {
    @Test(arguments: Engine.available)
    func `an outcome turns every page of the action, beside a running server`(on engine: Engine) async throws {
        try await withAmparo(engine, at: "2021-12-20T09:00:00.000Z") { amparo in
            try await amparo.store.take(.wanjiru())
            let form = try await amparo.get("/en/actions/77-21/report").hidden
            #expect(try await amparo.get("/en/actions/77-21").links.contains("/en/actions/77-21/write"))
            try await amparo.withCommand { _ = try await $0.take(.wanjiruFree()) }

            let page = try await amparo.eventually("/en/actions/77-21") { $0.first("h1") == "Reporter released" }
            #expect(page.words.contains("Released on 17 December 2021."))
            #expect(page.words.contains("17 December 2021"))
            #expect(!page.links.contains { $0.contains("/write") })
            let earlier = try await amparo.eventually("/en/actions/77-21/1") { $0.words.contains("A newer document has replaced this one") }
            #expect(earlier.links.contains("/en/actions/77-21"))
            #expect(try await amparo.eventually("/en/") { !$0.text.contains("77-21") }.words.contains("No action needs letters today"))
            #expect(try await amparo.get("/en/actions/77-21/write").status == 303)

            let late = form.map { ($0.key, $0.value) } + [("channel", "post"), ("quantity", "2")]
            #expect(try await amparo.post("/en/actions/77-21/reports", late).status == 303)
        }
    }
}
