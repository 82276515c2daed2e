import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct OutcomeAlertTests {
    @Test(arguments: Engine.available)
    func `who reported, keeps a history and asked is told how it ended, once for however many reasons`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.take(.bishnu(until: "2022-01-03"))
            for name in ["ana", "ben", "cleo", "dia", "eva"] { try await store.supporter(name, pace: name == "ana" ? .none : .weekly) }
            for _ in 0..<3 { try await store.reported("ana") }
            try await store.reported("ben")
            try await store.follow("ben")
            try await store.reported("cleo", wantsOutcomes: false)
            try await store.reported("dia", on: .bishnu())
            try await store.close(.released)
            _ = try await store.going(kind: .outcome)
            let basket = Basket()
            try await store.deliver(basket)
            #expect(basket.people == ["ana", "ben"])
            #expect(try await store.deliveries() == ["ana": "sent", "ben": "sent"])
        }
    }

    @Test(arguments: Engine.available)
    func `who switched the history off, or unfollowed, a second ago is not told`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            for name in ["ana", "ben", "cleo"] { try await store.supporter(name) }
            try await store.reported("ana")
            try await store.follow("ben")
            try await store.follow("cleo", onlyOutcome: true)
            try await store.close(.released)
            _ = try await store.going(kind: .outcome)
            try await SwitchHistory(database: store.database, world: store.world)(Supporter.ID("ana"), on: false)
            try await Unfollow(database: store.database, world: store.world)(Supporter.ID("ben"), .wanjiru)
            let basket = Basket()
            try await store.deliver(basket)
            #expect(basket.people == ["cleo"])
            #expect(try await store.deliveries() == ["ana": "skipped unsubscribed", "ben": "skipped unsubscribed", "cleo": "sent"])
        }
    }

    @Test(arguments: Engine.available)
    func `the wish needs a history, and goes with it`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store), history = SwitchHistory(database: store.database, world: store.world)
            let rosa = try await counter.supporter("rosa@example.org")
            #expect(try await counter.supporter(rosa)?.wantsOutcomes == false)
            try await history(rosa, on: true)
            #expect(try await counter.supporter(rosa)?.wantsOutcomes == false)
            try await history(rosa, on: true, wantsOutcomes: true)
            #expect(try await counter.supporter(rosa)?.wantsOutcomes == true)
            #expect(try await ExportSupporter(database: store.database, keyring: counter.keyring)(rosa).wantsOutcomes)
            try await history(rosa, on: false, wantsOutcomes: true)
            #expect(try await counter.supporter(rosa)?.wantsOutcomes == false)
        }
    }
}
