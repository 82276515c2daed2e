import Documents
import Foundation
import TestSupport
import Testing

@testable import Campaign

@Suite struct GroupAlertTests {
    private let pack = "https://localhost/en/pack?actions="

    @Test(arguments: Engine.available)
    func `who writes with a group is led to the pack, in text and page, and who writes alone is not`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.supporter("choir", network: .group)
            try await store.supporter("ana")
            _ = try await store.going()
            let basket = Basket()
            try await store.deliver(basket, lanes: 1)
            let notices = Dictionary(uniqueKeysWithValues: basket.notices.map { ($0.supporter.text, $0) })
            let choir = try #require(notices["choir"]), ana = try #require(notices["ana"])
            #expect(choir.plain.contains("letter evening") && choir.plain.contains("\n\(pack)77-21\n"))
            #expect(choir.html.contains("href=\"\(pack)77-21\""))
            #expect(!ana.plain.contains("/pack") && !ana.html.contains("/pack"))
            #expect(choir.plain.contains("77-21/write"), "and to the letter, as everybody")
        }
    }

    @Test(arguments: Engine.available)
    func `a digest leads a group to one pack for all its cases, news that ask for nothing to none`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.take(.bishnu(until: "2022-01-03"))
            try await store.supporter("choir", pace: .daily, network: .group)
            for reference in [Reference.wanjiru, .bishnu()] { _ = try await store.going(reference) }
            _ = try await store.going(kind: .information)
            store.advance(days: 2)
            let basket = Basket()
            try await store.deliver(basket)
            let plain = try #require(basket.notices.first).plain
            #expect(basket.notices.count == 1 && plain.components(separatedBy: "/en/pack?actions=").count == 2)
            #expect(plain.contains(pack + "77-21,12-21\n") || plain.contains(pack + "12-21,77-21\n"))
            try await store.supporter("ben", network: .group)
            try await store.follow("ben")
            try await store.close(.released)
            _ = try await store.going(kind: .outcome)
            let second = Basket()
            try await store.deliver(second)
            let outcome = try #require(second.notices.first)
            #expect(second.people == ["ben"] && !outcome.plain.contains("/pack"))
        }
    }
}
