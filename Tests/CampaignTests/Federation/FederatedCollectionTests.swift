import Documents
import Foundation
import Storage
import TestSupport
import Testing

@testable import Campaign

extension FederationTests {
    /// Collections of a server that others follow.
    @Suite(.serialized) struct Collections {
        private static let hosts = ["int.example.org", "ch.example.org", "us.example.org"]

        /// Two servers have Wanjiru's case; the Swiss one counted 30 for it before the marathon, which lasts two weeks and a week for paper.
        private func withMarathon(
            _ engine: Engine, _ body: (Neighbour, Neighbour, Neighbour, CaseCollection) async throws -> Void
        ) async throws {
            try await withNeighbours(engine, Self.hosts) { servers, _ in
                let (int, ch, us) = (servers[0], servers[1], servers[2])
                for follower in [ch, us] { try await int.isFollowed(by: follower) }
                try await int.store.take(.wanjiru())
                for follower in [ch, us] { try await int.round(with: follower) }
                try await ch.store.count(30)
                try await int.round(with: ch, after: 301, beside: servers)
                let today = int.store.world.now().day(in: .gmt)
                let make = MakeCollection(database: int.store.database, world: int.store.world)
                var collection = try await make(
                    "marathon", titled: "Letters of the winter", in: "en", from: today.adding(days: 1), to: today.adding(days: 14),
                    section: .international, by: "Ivo")
                (collection.cases, collection.lateDays) = ([.wanjiru], 7)
                try await make.change(collection, by: "Ivo")
                try await body(int, ch, us, collection)
            }
        }

        /// Both ask twice: who was silent for days is heard again at first.
        private func meet(_ int: Neighbour, _ others: Neighbour...) async throws {
            for _ in 0..<2 { for follower in others { try await int.round(with: follower, after: 301, beside: others) } }
            try await int.work()
        }

        private func pass(days: Int, for servers: Neighbour...) { for one in servers { one.store.advance(days: days) } }

        @Test(arguments: Engine.available)
        func `a collection counts what other servers told on its days, and nothing of before and after`(on engine: Engine) async throws {
            try await withMarathon(engine) { int, ch, us, collection in
                func totals() async throws -> CollectionTotals { try await int.store.database.read { try $0.totals(of: collection) } }
                try await ch.store.count(10)
                try await meet(int, ch, us)
                #expect(try await totals().all == 0, "it has not begun")
                pass(days: 2, for: int, ch, us)
                try await int.store.count(25)
                try await ch.store.count(12, by: .email)
                try await us.store.count(31)
                try await meet(int, ch, us)
                #expect(try await int.store.tally().counted() == 25 + 52 + 31)
                #expect(try await totals().cases == [.wanjiru: 25 + 12 + 31])
                #expect(try await totals().places == ["": 68])
                try await int.store.tamper("UPDATE partner SET left_out = 'late' WHERE address LIKE '%us.%'")
                #expect(try await totals().all == 37)
                try await int.store.tamper("UPDATE partner SET left_out = NULL")
                // paper of the week after counts, what comes later does not
                pass(days: 16, for: int, ch, us)
                try await ch.store.count(11)
                try await meet(int, ch, us)
                #expect(try await totals().all == 79)
                pass(days: 4, for: int, ch, us)
                for _ in 0..<2 {
                    try await ch.store.count(100)
                    try await meet(int, ch, us)
                }
                #expect(try await int.store.tally().counted() == 25 + 263 + 31)
                #expect(try await totals().all == 79)
                #expect(try await VerifyPartners(database: int.store.database)() == [])
            }
        }

        @Test(arguments: Engine.available)
        func `what was held counts for the day on which it was told`(on engine: Engine) async throws {
            try await withMarathon(engine) { int, ch, us, collection in
                func total() async throws -> Int { try await int.store.database.read { try $0.totals(of: collection).all } }
                pass(days: 3, for: int, ch, us)
                for _ in 0..<3 { try await ch.store.count(450) }
                try await meet(int, ch)
                #expect(try await total() == 0)
                pass(days: 30, for: int, ch, us)
                let decide = DecideTally(database: int.store.database, world: int.store.world)
                try await decide(.wanjiru, of: ch.address, counts: true, by: "Ada")
                try await meet(int, ch)
                #expect(try await total() == 1_350)
            }
        }

        @Test(arguments: Engine.available)
        func `days that are moved hold from the next tally`(on engine: Engine) async throws {
            try await withMarathon(engine) { int, ch, us, collection in
                var collection = collection
                let make = MakeCollection(database: int.store.database, world: int.store.world)
                func tell(_ appeals: Int) async throws -> Int {
                    try await ch.store.count(appeals)
                    try await meet(int, ch)
                    return try await int.store.database.read { [collection] in try $0.totals(of: collection).all }
                }
                pass(days: 3, for: int, ch, us)
                #expect(try await tell(20) == 20)
                (collection.startsOn, collection.endsOn) = (collection.startsOn.adding(days: 10), collection.endsOn.adding(days: 10))
                try await make.change(collection, by: "Ivo")
                #expect(try await tell(15) == 0)
                pass(days: 10, for: int, ch, us)
                #expect(try await tell(14) == 14)
                (collection.endsOn, collection.lateDays) = (collection.startsOn, 0)
                try await make.change(collection, by: "Ivo")
                #expect(try await tell(13) == 14)
                collection.lateDays = 60
                try await make.change(collection, by: "Ivo")
                #expect(try await tell(12) == 39)
            }
        }
    }
}
