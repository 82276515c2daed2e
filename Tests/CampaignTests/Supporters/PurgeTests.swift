import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct PurgeTests {
    @Test(arguments: Engine.available)
    func `a purge leaves nothing of anybody, and every count`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store)
            try await store.take(.wanjiru())
            let rosa = try await counter.supporter("rosa@example.org", follow: FollowWish(.wanjiru))
            try await store.reported(rosa.text)
            _ = try await counter.browser(InventedBrowser(1))
            _ = try await counter.signUp("waiting@example.org")
            try await Unsubscribe(database: store.database, world: store.world, keyring: counter.keyring)(
                token: UnsubscribeToken.text(rosa, counter.keyring))
            _ = try await store.going()
            _ = try await store.staff("ivo", .admin)
            let tally = try await store.tally(), now = store.world.now()
            try await SwitchSharing(database: store.database, world: store.world)(rosa, on: true)
            try await store.database.write { db in
                let told = Delivery(alert: Alert.ID("any"), supporter: rosa, state: .waiting, attempts: 1)
                try db.execute(.note(of: [told], by: "a worker", at: now))
            }
            try await store.database.write { db in try db.insert(Partner.ID("p1"), at: "https://int.example.org", name: "int", by: "Ada", at: now) }
            #expect(try await PurgeSupporters(database: store.database, world: store.world)(withKeys: true, by: "Ivo") == 3)
            for table in [
                "supporter", "identity", "supporter_choice", "follow", "supporter_report", "supporter_sharing", "mailed_link", "supporter_session",
                "suppression",
                "delivery", "delivery_note",
                "push_subscription", "phone", "phone_code", "text_delivery", "keyring_mark",
            ] {
                #expect(try await store.count(table) == 0, "\(table)")
            }
            #expect(try await store.tally() == tally && tally.counted() == 2)
            #expect(try await store.database.read { try $0.keysInUse() }.isEmpty)
            #expect(try await store.database.read { try $0.partners() }.map(\.endedAt) == [now], "no server believes the next key of this one")
            let logged = try await store.database.read { try $0.row("SELECT by_name, detail FROM event WHERE name = 'supporters.purged'") }
            #expect(try (logged?("by_name") as String?) == "Ivo" && (logged?("detail") as String?) == "3")
            #expect(try await counter.supporter("rosa@example.org") != rosa, "people can sign up again")
        }
    }
}
