import Campaign
import Documents
import TestSupport
import Testing

/// Wanjiru's family asks that her case be taken down; Rosa has its pages open.
@Suite(.timeLimit(.minutes(5))) struct WithdrawalJourney {
    @Test(arguments: Engine.available)
    func `Rosa's open pages lead nowhere, and her report is refused without a name`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.take(.bishnu(until: "2021-12-24"))
            let page = try await amparo.get("/en/actions/77-21"), form = try await amparo.get("/en/actions/77-21/report")
            try await amparo.withCommand { try await $0.withdraw() }
            _ = try await amparo.eventually("/en/actions/77-21") { $0.status == 410 }

            let own = page.links.filter { $0.contains("77-21") && $0.hasPrefix("/") }
            #expect(own.count > 8)
            for link in own { #expect(try await amparo.eventually(link) { $0.status == 410 }.status == 410, "\(link)") }
            let report = form.hidden.map { ($0.key, $0.value) } + [("channel", "post"), ("quantity", "1")]
            let refused = try await amparo.post("/en/actions/77-21/reports", report)
            #expect(refused.status == 410)
            #expect(!refused.text.contains("Wanjiru"))
            #expect(refused.links.contains("/en/"))
            #expect(try await amparo.eventually("/en/") { !$0.text.contains("77-21") }.links.contains("/en/actions/12-21"))
            #expect(try await VerifyTallies(database: amparo.store.database)().ok)
        }
    }
}
