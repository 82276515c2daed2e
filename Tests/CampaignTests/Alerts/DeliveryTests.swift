import Documents
import Foundation
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Campaign

@Suite struct DeliveryTests {
    @Test(arguments: Engine.available)
    func `those who asked for it are told once, each by a way out of their own`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            for name in ["ana", "ben", "cleo", "dia", "eva"] { try await store.supporter(name) }
            try await store.supporter("peru", choices: [("country", "PE")])
            try await store.supporter("post", choices: [("channel", "post")])
            try await store.supporter("phone", choices: [("channel", "phone")])
            try await store.supporter("quiet", pace: .none)
            try await store.supporter("french", language: "fr", choices: [("language", "fr")])
            let id = try await store.going(), basket = Basket()
            try await SelectRecipients(database: store.database, world: store.world)(id)
            try await store.deliver(basket)
            try await store.deliver(basket)
            #expect(basket.people == ["ana", "ben", "cleo", "dia", "eva", "post"])
            #expect(Set(basket.notices.map(\.stop)).count == 6 && Set(basket.notices.map(\.id)).count == 6)
            #expect(try await store.database.read { try $0.alert(id).state } == .done)
        }
    }

    @Test(arguments: Engine.available)
    func `one who unsubscribed, was suppressed or erased a second ago is not told`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            for name in ["ana", "ben", "cleo", "dia"] { try await store.supporter(name, address: true) }
            _ = try await store.going()
            try await store.tamper("UPDATE supporter SET pace = 'none' WHERE id = 'ana'")
            try await store.tamper("DELETE FROM supporter WHERE id = 'ben'")
            try await store.tamper(
                "INSERT INTO suppression (lookup, section, reason, detail, at) VALUES ('lookup of cleo', 'int', 'complained', '', '2021')")
            let basket = Basket()
            try await store.deliver(basket)
            #expect(basket.people == ["dia"])
            #expect(try await store.deliveries() == ["ana": "skipped unsubscribed", "cleo": "skipped suppressed", "dia": "sent"])
        }
    }

    @Test(arguments: Engine.available)
    func `a withdrawal and a stop end it at once`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.take(.bishnu(until: "2022-01-03"))
            try await store.supporter("ana")
            let stopped = try await store.going(.bishnu())
            _ = try await store.going()
            try await store.withdraw()
            try await StopAlert(database: store.database, world: store.world)(stopped, by: "Rosa")
            let basket = Basket()
            try await store.deliver(basket)
            #expect(basket.people == [])
            let reasons = try await store.database.read {
                try $0.rows("SELECT reason FROM delivery ORDER BY reason").map { try $0("reason") as String }
            }
            #expect(reasons == ["stopped", "withdrawn"])
        }
    }

    @Test(arguments: Engine.available)
    func `what was read a while ago is read again before it is sent`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            for name in ["ana", "ben", "cleo"] { try await store.supporter(name) }
            _ = try await store.going()
            let isWithdrawn = Mutex(false)
            let basket = Basket { _ in
                guard
                    !isWithdrawn.withLock({ was in
                        defer { was = true }; return was
                    })
                else { return .taken }
                await #expect(throws: Never.self) { try await store.withdraw() }
                store.advance(seconds: 5)
                return .taken
            }
            try await store.deliver(basket, lanes: 1)
            #expect(basket.people.count == 1, "only the one that was on its way")
        }
    }

    @Test(arguments: Engine.available)
    func `a server that is not ready gets it later, one that never will gets it no more`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            for name in ["ana", "ben", "cleo"] { try await store.supporter(name, address: true) }
            _ = try await store.going()
            let tries = Mutex(0)
            let basket = Basket { notice in
                switch notice.supporter.text {
                case "ben": return .unreachable("550 5.1.1")
                case "cleo":
                    return tries.withLock { tries in
                        tries += 1
                        return tries < 3 ? .later("450 4.7.1") : .taken
                    }
                default: return .taken
                }
            }
            try await store.deliver(basket)
            #expect(try await store.deliveries() == ["ana": "sent", "ben": "gave_up 550 5.1.1", "cleo": "waiting 450 4.7.1"])
            for _ in 0..<2 {
                store.advance(seconds: 3_600)
                try await store.deliver(basket)
            }
            #expect(basket.people == ["ana", "cleo"])
            #expect(try await store.database.read { try $0.row("SELECT soft_bounces AS sum FROM supporter WHERE id = 'ben'")?("sum") } == 5)
        }
    }

    @Test(.timeLimit(.minutes(1)), arguments: Engine.available)
    func `while a server keeps one lane waiting, what falls due goes out by the others`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.supporter("ana")
            _ = try await store.going()
            let (handed, hand) = AsyncStream<Void>.makeStream(), (told, tell) = AsyncStream<Void>.makeStream()
            let basket = Basket { notice in
                if notice.supporter.text == "ana" {
                    hand.yield()
                    for await _ in told { break }
                } else {
                    tell.yield()
                }
                return .taken
            }
            async let round: Void = store.deliver(basket)
            for await _ in handed { break }
            try await store.take(.bishnu(until: "2022-01-03"))
            try await store.tamper("UPDATE supporter SET pace = 'none'")
            try await store.supporter("ben")
            _ = try await store.going(.bishnu())
            try await round
            #expect(basket.people == ["ana", "ben"])
        }
    }

    @Test(arguments: Engine.available)
    func `staff see why notices wait or were not sent, the most frequent reason first`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            for name in ["ana", "ben", "cleo", "dia"] { try await store.supporter(name) }
            _ = try await store.going()
            try await store.tamper("UPDATE supporter SET pace = 'none' WHERE id = 'dia'")
            try await store.deliver(
                Basket { notice in
                    switch notice.supporter.text {
                    case "ana": .never("554 5.7.1 no")
                    default: .later("451 4.7.1 Greylisted")
                    }
                })
            let summary = try #require(try await store.database.read { try $0.alertSummaries(limit: 1) }.first)
            #expect(summary.counts == [.waiting: 2, .gaveUp: 1, .skipped: 1])
            #expect(
                summary.reasons == [
                    DeliveryReason(state: .waiting, reason: "451 4.7.1 Greylisted", count: 2),
                    DeliveryReason(state: .gaveUp, reason: "554 5.7.1 no", count: 1),
                    DeliveryReason(state: .skipped, reason: "unsubscribed", count: 1),
                ])
        }
    }

    @Test(arguments: Engine.available)
    func `an alert that is approved and then withdrawn comes to an end, and nobody is selected`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.supporter("ana")
            let id = try await store.composed()
            try await ApproveAlert(database: store.database, world: store.world)(id, sameDay: false, hasRead: true, isShown: true, by: "Rosa")
            try await store.withdraw()
            try await SelectRecipients(database: store.database, world: store.world)(id)
            #expect(try await store.deliveries() == [:])
            #expect(try await store.database.read { try $0.alert(id).state } == .stopped)
        }
    }

    @Test(arguments: Engine.available)
    func `what a worker that is gone had claimed is sent after its lease, and by one`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            for name in ["ana", "ben"] { try await store.supporter(name) }
            _ = try await store.going()
            let now = store.world.now(), end = now.adding(seconds: Delivery.leaseSeconds)
            let claimed = try await store.database.write { try $0.claimDeliveries(limit: 10, by: "gone", until: end, at: now) }
            #expect(claimed.count == 2)
            let basket = Basket()
            try await store.deliver(basket)
            #expect(basket.people == [])
            store.advance(seconds: Delivery.leaseSeconds)
            try await store.deliver(basket)
            #expect(basket.people == ["ana", "ben"])
        }
    }

    @Test(arguments: Engine.available)
    func `what was claimed by a clock that is years ahead is given back, and what is claimed as it should be is not`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            for name in ["ana", "ben"] { try await store.supporter(name) }
            _ = try await store.going()
            let now = store.world.now(), end = now.adding(seconds: Delivery.leaseSeconds), mad = now.adding(seconds: 900 * 365 * 86_400)
            _ = try await store.database.write { try $0.claimDeliveries(limit: 1, by: "mad", until: mad, at: now) }
            _ = try await store.database.write { try $0.claimDeliveries(limit: 1, by: "sound", until: end, at: now) }
            try await store.database.write { try $0.enqueue("greet", subject: "x", priority: Job.usual, id: "x", at: now) }
            _ = try await store.database.write { try $0.claimJob(of: ["greet"], by: "mad", until: mad, at: now) }
            #expect(try await store.database.write { try $0.releaseImpossibleClaims(at: now) } == 2)
            #expect(try await store.database.write { try $0.releaseImpossibleClaims(at: now) } == 0)
            #expect(try await store.database.write { try $0.claimDeliveries(limit: 9, by: "next", until: end, at: now) }.count == 1)
            #expect(try await store.database.write { try $0.claimJob(of: ["greet"], by: "next", until: end, at: now) } != nil)
        }
    }

    @Test(arguments: Engine.available)
    func `those that went out are noted together, each once, and nothing that another has claimed by itself`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let names = (0..<70).map { "supporter \($0)" }
            for name in names { try await store.supporter(name) }
            _ = try await store.going()
            let now = store.world.now(), end = now.adding(seconds: Delivery.leaseSeconds)
            let other = try await store.database.write { db in
                for delivery in try db.claimDeliveries(limit: 1, by: "first", until: end, at: now) {
                    try db.settle(delivery, .later(now, because: "451"), by: "first", at: now)
                }
                return try db.claimDeliveries(limit: 1, by: "other", until: end, at: now)
            }
            let mine = try await store.database.write { try $0.claimDeliveries(limit: 70, by: "mine", until: end, at: now) }
            try await store.database.write { try $0.noteSent(mine + other, by: "mine", at: now) }
            let sent = try await store.deliveries().filter { $0.value == "sent" }
            #expect(Set(sent.keys) == Set(mine.map(\.supporter.text)) && sent.count == 69)
        }
    }

    @Test func `noting what went out looks at those rows alone`() async throws {
        try await withStore(.sqlite) { store in
            let now = store.world.now()
            let plan = try await store.database.write { db in
                try db.noting([Supporter.ID("ana")], of: Alert.ID("alert"), by: "mine", at: now).flatMap { statement in
                    try db.rows("EXPLAIN QUERY PLAN \(statement)").map { try $0("detail") as String }
                }
            }
            #expect(plan.contains { $0.hasPrefix("SEARCH delivery USING") } && !plan.contains { $0.hasPrefix("SCAN delivery") })
        }
    }

    @Test(arguments: Engine.available)
    func `a digest gathers what came up, in the morning of where its reader is`(on engine: Engine) async throws {
        try await withStore(engine, at: "2021-11-30T10:00:00.000Z") { store in
            try await store.take(.wanjiru())
            try await store.take(.bishnu(until: "2022-01-03"))
            try await store.supporter("ana", pace: .daily)
            try await store.supporter("ben", pace: .daily, sameDay: true)
            _ = try await store.going(sameDay: true)
            _ = try await store.going(.bishnu())
            let basket = Basket()
            try await store.deliver(basket)
            #expect(basket.people == ["ben"])
            store.advance(seconds: 20 * 3_600 + 3_599)
            try await store.deliver(basket)
            #expect(basket.people == ["ben"])
            store.advance(seconds: 3_600)
            try await store.deliver(basket)
            #expect(basket.people == ["ana", "ben", "ben"])
            let digest = try #require(basket.notices.first { $0.supporter.text == "ana" })
            #expect(digest.subject == "2 urgent actions for you")
            #expect(digest.plain.contains("Reporter held") && digest.plain.contains("Farmer threatened"))
        }
    }

    @Test(arguments: Engine.available)
    func `an outcome goes to those who follow, and to nobody else`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            for name in ["ana", "ben", "cleo"] { try await store.supporter(name, pace: name == "ana" ? .none : .weekly) }
            try await store.follow("ana", onlyOutcome: true)
            try await store.follow("ben")
            _ = try await store.going()
            #expect(try await store.deliveries() == ["ben": "held", "cleo": "held"])
            try await store.close(.released)
            _ = try await store.going(kind: .outcome)
            let basket = Basket()
            try await store.deliver(basket)
            #expect(basket.people == ["ana", "ben"])
            #expect(basket.notices.allSatisfy { $0.subject == "Good news on UA 77/21" })
        }
    }

    @Test func `digests come on their days, at eight`() throws {
        let now = try #require(Instant("2021-11-30T10:00:00.000Z"))
        let zone = try #require(TimeZone(identifier: "Europe/Zurich"))
        let next = [Pace.daily, .weekly, .twiceAMonth, .monthly].map { DigestMoment.next($0, after: now, in: zone).text.prefix(13) }
        #expect(next == ["2021-12-01T07", "2021-12-06T07", "2021-12-01T07", "2021-12-01T07"])
    }
}
