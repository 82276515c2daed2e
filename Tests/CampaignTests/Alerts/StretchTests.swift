import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct StretchTests {
    /// Nine who are to be told, from a to i.
    private func going(_ store: Store) async throws -> Alert.ID {
        try await store.take(.wanjiru())
        for name in "abcdefghi" { try await store.supporter("\(name)") }
        return try await store.going()
    }

    private func claim(_ store: Store, _ limit: Int, by worker: String) async throws -> [Delivery] {
        let now = store.world.now(), end = now.adding(seconds: Delivery.leaseSeconds)
        return try await store.database.write { try $0.claimDeliveries(limit: limit, by: worker, until: end, at: now) }
    }

    private func people(_ store: Store, _ limit: Int, by worker: String) async throws -> String {
        try await claim(store, limit, by: worker).map(\.supporter.text).joined()
    }

    private func settle(_ store: Store, _ deliveries: [Delivery], _ fate: Fate, by worker: String) async throws {
        let now = store.world.now()
        try await store.database.write { db in for delivery in deliveries { try db.settle(delivery, fate, by: worker, at: now) } }
    }

    @Test(arguments: Engine.available)
    func `workers take one stretch after the other, and no row changes by it`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            _ = try await going(store)
            #expect(try await people(store, 4, by: "one") == "abcd")
            #expect(try await people(store, 4, by: "two") == "efgh")
            #expect(try await people(store, 4, by: "one") == "i")
            #expect(try await people(store, 4, by: "two").isEmpty)
            #expect(try await store.count("delivery_stretch") == 3)
            let touched = try await store.database.read { try $0.rows("SELECT 1 AS one FROM delivery WHERE attempts > 0 OR claimed_by IS NOT NULL") }
            #expect(touched.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `what a worker leaves that is gone is taken as a whole, without what it settled`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            _ = try await going(store)
            let gone = try await claim(store, 6, by: "gone")
            try await settle(store, Array(gone.prefix(2)), .sent(at: store.world.now()), by: "gone")
            try await settle(store, Array(gone[2..<3]), .skipped(.paused), by: "gone")
            try await settle(store, Array(gone[3..<4]), .later(store.world.now().adding(seconds: 600), because: "451 4.7.1"), by: "gone")
            #expect(try await people(store, 2, by: "other") == "gh")
            store.advance(seconds: Delivery.leaseSeconds)
            #expect(try await people(store, 9, by: "third") == "efghi", "the other came no further either")
        }
    }

    @Test(arguments: Engine.available)
    func `who still works keeps its stretch, and gives back what it did not begin`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            _ = try await going(store)
            let mine = try await claim(store, 6, by: "mine")
            store.advance(seconds: Delivery.leaseSeconds - 1)
            let now = store.world.now(), end = now.adding(seconds: Delivery.leaseSeconds)
            try await store.database.write { try $0.keepDeliveries(of: "mine", until: end, at: now) }
            store.advance(seconds: Delivery.leaseSeconds - 1)
            #expect(try await people(store, 9, by: "other") == "ghi")
            try await settle(store, Array(mine.prefix(5)), .sent(at: store.world.now()), by: "mine")
            let later = store.world.now()
            try await store.database.write { try $0.releaseDeliveries(of: "mine", until: later.adding(seconds: 30), at: later) }
            #expect(try await people(store, 9, by: "other") == "f")
        }
    }

    @Test(arguments: Engine.available)
    func `a stretch in which everything is settled is gone, and the alert is done with the last`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let alert = try await going(store)
            let first = try await claim(store, 5, by: "mine")
            try await settle(store, first, .sent(at: store.world.now()), by: "mine")
            let second = try await claim(store, 5, by: "mine")
            #expect(try await store.count("delivery_stretch") == 1)
            func state() async throws -> Alert.State {
                try await store.database.write { db in
                    try db.dropSettledStretches(of: "mine")
                    try db.settleAlerts()
                    return try db.alert(alert).state
                }
            }
            #expect(try await state() == .sending)
            try await settle(store, Array(second.dropLast()), .gaveUp("550 5.1.1"), by: "mine")
            try await settle(store, second.suffix(1), .later(store.world.now().adding(seconds: 60), because: "451"), by: "mine")
            #expect(try await state() == .sending, "one waits for another attempt")
            store.advance(seconds: 60)
            let retried = try await claim(store, 5, by: "mine")
            #expect(retried.map(\.attempts) == [2])
            try await settle(store, retried, .sent(at: store.world.now()), by: "mine")
            #expect(try await state() == .done)
            #expect(try await store.count("delivery_stretch") == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `whoever takes a stretch in which all was settled leaves none behind`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            _ = try await going(store)
            try await settle(store, try await claim(store, 9, by: "gone"), .sent(at: store.world.now()), by: "gone")
            store.advance(seconds: Delivery.leaseSeconds)
            #expect(try await people(store, 9, by: "other").isEmpty)
            #expect(try await store.count("delivery_stretch") == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `the queue tells of all who wait, wherever they stand`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            _ = try await going(store)
            try await store.supporter("held", pace: .monthly)
            func waiting() async throws -> Int { try await store.database.read { try $0.queues().deliveries } }
            #expect(try await waiting() == 9)
            let mine = try await claim(store, 4, by: "mine")
            #expect(try await waiting() == 9)
            try await settle(store, Array(mine.prefix(2)), .sent(at: store.world.now()), by: "mine")
            try await settle(store, Array(mine[2..<3]), .later(store.world.now().adding(seconds: 60), because: "451"), by: "mine")
            #expect(try await waiting() == 7)
            #expect(try await store.database.read { try $0.queues().lastSent } == store.world.now())
        }
    }

    @Test(arguments: Engine.available)
    func `a process that mails nobody leaves those with an address to another`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            for name in ["ana", "ben", "cleo"] { try await store.supporter(name, address: name != "ben") }
            _ = try await store.going()
            let now = store.world.now(), end = now.adding(seconds: Delivery.leaseSeconds)
            func claim(_ receivers: Receivers, by worker: String) async throws -> [String] {
                try await store.database.write { db in
                    try db.claimDeliveries(to: receivers, limit: 9, by: worker, until: end, at: now).map(\.supporter.text).sorted()
                }
            }
            #expect(try await claim(.withoutAddress, by: "mute") == ["ben"])
            #expect(try await store.database.read { try $0.hasDueDelivery(to: .withoutAddress, at: now) } == false)
            #expect(try await claim(.all, by: "mailer") == ["ana", "cleo"])
        }
    }

    @Test(arguments: Engine.available)
    func `two who select the same alert enter nobody twice, and nobody is passed over`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            for number in 0..<60 { try await store.supporter("supporter \(100 + number)", pace: number % 3 == 0 ? .none : .atOnce) }
            let id = try await store.composed()
            try await ApproveAlert(database: store.database, world: store.world)(id, sameDay: false, hasRead: true, isShown: true, by: "Rosa")
            let select = SelectRecipients(database: store.database, world: store.world, pageSize: 3)
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<3 { group.addTask { try? await select(id) } }
            }
            try await select(id)
            let basket = Basket()
            try await store.deliver(basket)
            #expect(basket.people.count == 40)
            #expect(Set(try await store.deliveries().values) == ["sent"])
        }
    }

    @Test(.enabled(if: Engine.available.contains(.postgres)))
    func `in PostgreSQL a delivery that went out stays on its page, and no index hears of it`() async throws {
        try await withStore(.postgres) { store in
            _ = try await going(store)
            let mine = try await claim(store, 9, by: "mine"), now = store.world.now()
            let beside = try await store.database.write { db in
                try db.noteSent(mine, by: "mine", at: now)
                return try db.row("SELECT pg_stat_get_xact_tuples_hot_updated('delivery'::regclass) AS beside")?("beside") as Int?
            }
            #expect(beside == 9)
        }
    }
}
