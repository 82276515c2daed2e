import Campaign
import Documents
import TestSupport
import Testing

/// Rosa writes a letter, sends it herself and reports it; her neighbour Emil does the same.
@Suite(.timeLimit(.minutes(5))) struct WritingJourney {
    @Test(arguments: Engine.available)
    func `Rosa writes and reports; what she sent counts once, and Emil's is added`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            try await amparo.store.take(.wanjiru())
            let action = try await amparo.get("/es/actions/77-21")
            let choice = try await amparo.get(try #require(action.links.first { $0.hasSuffix("/write") }))
            let fields = choice.hidden.map { ($0.key, $0.value) } + [("name", "Rosa Quispe"), ("place", "Lima")]
            let letter = try await amparo.post(try #require(choice.forms.first { $0.hasSuffix("/letters") }), fields)
            #expect(letter.words.contains("Rosa Quispe"))
            #expect(letter.links.contains { $0.hasPrefix("mailto:ag@example.org") })

            let form = try await amparo.get(try #require(letter.links.first { $0.hasSuffix("/report?channel=email") }))
            let report = form.hidden.map { ($0.key, $0.value) } + [("channel", "email"), ("quantity", "6")]
            let target = try #require(form.forms.first { $0.hasSuffix("/reports") })
            for _ in 1...3 { #expect(try await amparo.post(target, report).status == 303) }
            let thanks = try await amparo.get(try await amparo.post(target, report)["location"] ?? "")
            #expect(thanks.words.contains("ya se había contado") || thanks["content-language"] == "es")

            try await amparo.report(5, by: "post", in: "de")
            #expect(try await amparo.store.tally().counted() == 11)
            let page = try await amparo.eventually("/en/actions/77-21") { $0.words.contains("11 appeals sent") }
            #expect(page.words.contains("11 appeals sent"))
            let verified = try await VerifyTallies(database: amparo.store.database)()
            #expect(verified.ok)
            #expect(verified.reports == 2)
        }
    }
}
