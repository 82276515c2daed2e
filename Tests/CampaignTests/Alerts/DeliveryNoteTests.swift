import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct DeliveryNoteTests {
    /// Ana and Ben are to be told, and `worker` has claimed both.
    private func claim(_ store: Store, by worker: String) async throws -> [String: Delivery] {
        try await store.take(.wanjiru())
        for name in ["ana", "ben"] { try await store.supporter(name) }
        _ = try await store.going()
        return try await claimed(store, by: worker)
    }

    private func claimed(_ store: Store, by worker: String) async throws -> [String: Delivery] {
        let now = store.world.now(), end = now.adding(seconds: Delivery.leaseSeconds)
        let deliveries = try await store.database.write { try $0.claimDeliveries(limit: 10, by: worker, until: end, at: now) }
        return Dictionary(uniqueKeysWithValues: deliveries.map { ($0.supporter.text, $0) })
    }

    private func note(_ store: Store, _ deliveries: [Delivery?], by worker: String) async throws {
        let now = store.world.now()
        try await store.database.write { try $0.execute(.note(of: deliveries.compactMap { $0 }, by: worker, at: now)) }
    }

    @Test(arguments: Engine.available)
    func `what was noted is in the rows once it is entered there, with the moment of the last note`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let mine = try await claim(store, by: "mine")
            try await note(store, [mine["ana"]], by: "mine")
            store.advance(seconds: 1)
            try await note(store, [mine["ben"]], by: "mine")
            #expect(try await store.deliveries() == ["ana": "waiting", "ben": "waiting"])
            try await store.database.write { try $0.foldNotes(of: "mine") }
            #expect(try await store.deliveries() == ["ana": "sent", "ben": "sent"])
            #expect(try await store.count("delivery_note") == 0)
            let moments = try await store.database.read {
                try $0.rows("SELECT DISTINCT settled_at FROM delivery").map { try $0("settled_at") as Instant }
            }
            #expect(moments == [store.world.now()])
        }
    }

    @Test(arguments: Engine.available)
    func `whom a worker told that is gone is not told again, though no row says it yet`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let gone = try await claim(store, by: "gone")
            store.advance(seconds: Delivery.leaseSeconds - Delivery.noteSeconds)
            try await note(store, [gone["ana"]], by: "gone")
            store.advance(seconds: Delivery.noteSeconds)
            let basket = Basket()
            try await store.deliver(basket)
            #expect(basket.people == ["ben"])
            #expect(try await store.deliveries() == ["ana": "sent", "ben": "sent"])
            #expect(try await store.database.read { try $0.alertSummaries(limit: 1) }.first?.alert.state == .done)
        }
    }

    @Test(arguments: Engine.available)
    func `what a worker at work noted is left to it`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let mine = try await claim(store, by: "mine")
            try await note(store, [mine["ana"]], by: "mine")
            #expect(try await claimed(store, by: "other").isEmpty)
            #expect(try await store.count("delivery_note") == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `what is given back untried is what was not noted`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let mine = try await claim(store, by: "mine")
            try await note(store, [mine["ana"]], by: "mine")
            let now = store.world.now(), end = now.adding(seconds: Delivery.leaseSeconds)
            try await store.database.write { try $0.releaseDeliveries(of: "mine", until: end, at: now) }
            #expect(try await claimed(store, by: "other").keys.sorted() == ["ben"])
        }
    }

    @Test(arguments: Engine.available)
    func `a late note says that a mail went out, though another has the claim by now`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let late = try await claim(store, by: "late")
            store.advance(seconds: Delivery.leaseSeconds)
            #expect(try await claimed(store, by: "other").count == 2)
            try await note(store, [late["ana"]], by: "late")
            try await store.database.write { try $0.foldNotes(of: "late") }
            #expect(try await store.deliveries() == ["ana": "sent", "ben": "waiting"])
            #expect(try await store.count("delivery_note") == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `a round leaves no note behind`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            for number in 0..<40 { try await store.supporter("supporter \(number)") }
            _ = try await store.going()
            let basket = Basket()
            try await store.deliver(basket)
            #expect(basket.people.count == 40)
            #expect(Set(try await store.deliveries().values) == ["sent"])
            #expect(try await store.count("delivery_note") == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `a note about somebody who is gone is gone with the day, though nobody claims anything any more`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let gone = try await claim(store, by: "gone")
            try await note(store, [gone["ana"], gone["ben"]], by: "gone")
            try await store.tamper("DELETE FROM supporter")
            store.advance(days: 1)
            let turn = Job(
                id: Job.ID("turn"), kind: TidyAlerts.kind, subject: "", priority: Job.whenIdle, state: .running, dueAt: store.world.now(),
                attempts: 1, failure: nil, createdAt: store.world.now())
            try await TidyAlerts(database: store.database, world: store.world)(turn)
            #expect(try await store.count("delivery_note") == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `whom a worker told whose clock was years ahead is not told again when its claims are given back`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            for name in ["ana", "ben"] { try await store.supporter(name) }
            _ = try await store.going()
            let now = store.world.now(), ahead = now.adding(seconds: 9 * 365 * 86_400)
            try await store.database.write { db in
                let mad = try db.claimDeliveries(limit: 10, by: "mad", until: ahead.adding(seconds: Delivery.leaseSeconds), at: ahead)
                try db.execute(.note(of: mad.filter { $0.supporter.text == "ana" }, by: "mad", at: ahead))
            }
            #expect(try await store.database.write { try $0.releaseImpossibleClaims(at: now) } == 1)
            let basket = Basket()
            try await store.deliver(basket)
            #expect(basket.people == ["ben"])
        }
    }

    @Test(arguments: Engine.available)
    func `what is sent at the end of a lease is entered in its row at once`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let mine = try await claim(store, by: "mine"), now = store.world.now()
            let settlement = Settlement(fates: mine.values.map { ($0, .sent(at: now)) }, at: now)
            try await store.database.write { try $0.settle([settlement], by: "mine", asNote: false) }
            #expect(try await store.deliveries() == ["ana": "sent", "ben": "sent"])
            #expect(try await store.count("delivery_note") == 0)
        }
    }

    @Test func `a lease allows notes as long as others find them before it ends`() throws {
        let start = try #require(Instant("2021-11-30T10:00:00.000Z")), long = Delivery.leaseSeconds - Delivery.noteSeconds
        let lease = Lease(from: start)
        #expect(lease.allowsNotes(at: start) && lease.allowsNotes(at: start.adding(seconds: long)))
        #expect(!lease.allowsNotes(at: start.adding(seconds: long + 1)))
        lease.keep(at: start.adding(seconds: 10))
        #expect(lease.allowsNotes(at: start.adding(seconds: long + 10)))
        lease.keep(at: start)
        #expect(lease.allowsNotes(at: start.adding(seconds: long + 10)), "an earlier one takes nothing away")
    }
}
