import Campaign
import Documents
import TestSupport
import Testing

/// Ivo imports what two sections published, and imports it again by mistake.
@Suite(.timeLimit(.minutes(5))) struct ImportJourney {
    @Test(arguments: Engine.available)
    func `the same documents again change nothing, on the pages neither`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            func takeAll(_ store: Store) async throws {
                try await store.take(.wanjiru { $0.actionCount = 40 })
                try await store.take(.wanjiru { $0.targets = [.amina, .highCommission(in: "Bern")] }, in: .swiss)
                try await store.take(.wanjiruCharged())
            }
            try await takeAll(amparo.store)
            let action = try await amparo.store.action(), page = try await amparo.get("/en/actions/77-21"),
                first = try await amparo.get("/en/actions/77-21/1")
            try await amparo.withCommand(takeAll)

            #expect(try await amparo.store.action() == action)
            try await Task.sleep(for: .milliseconds(1_300))
            #expect(try await amparo.get("/en/actions/77-21")["etag"] == page["etag"])
            #expect(try await amparo.get("/en/actions/77-21/1")["etag"] == first["etag"])
            #expect(action.outputs.map(\.editions.count) == [2, 1])
            #expect(try await amparo.get("/de/actions/77-21/1", host: "ch.localhost").words.contains("Bern"))
            #expect(try await amparo.store.tally().countedElsewhere() == 40)
        }
    }
}
