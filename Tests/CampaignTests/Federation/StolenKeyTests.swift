import Documents
import Foundation
import Outgoing
import Storage
import TestSupport
import Testing

@testable import Campaign

extension FederationTests {
    /// What remains of a theft once both sides compared another key.
    @Suite(.serialized) struct StolenKeys {
        private static let hosts = ["int.example.org", "ch.example.org"]

        /// The Swiss server counted 40, a thief has its key and told 900, both let each other go, and compared another key.
        private func withTheft(
            _ engine: Engine, _ body: (Neighbour, Neighbour, ServerKeys, Neighbourhood) async throws -> Void
        ) async throws {
            try await withNeighbours(engine, Self.hosts) { servers, line in
                let (int, ch) = (servers[0], servers[1])
                try await int.isFollowed(by: ch)
                try await int.store.take(.wanjiru())
                try await int.round(with: ch)
                try await ch.store.count(40)
                try await int.round(with: ch, after: 301)
                let stolen = ch.keys.keys
                #expect(try await Self.lie(stolen, of: ch, to: int).status == 200)
                #expect(try await int.store.tally().counted() == 900)
                try await int.meet.end(ch.address, by: "Ada")
                try await ch.meet.end(int.address, by: "Lea")
                #expect(try await Self.lie(stolen, of: ch, to: int).status == 401)
                #expect(try await int.store.tally().counted() == 0)
                ch.keys.keys = ServerKeys(seed: [UInt8](repeating: 77, count: 32), at: ch.store.world.now())
                try await int.isFollowed(by: ch)
                try await body(int, ch, stolen, line)
            }
        }

        /// A tally with a number that no honest one reaches.
        private static func lie(_ keys: ServerKeys, of server: Neighbour, to victim: Neighbour) async throws -> OutgoingAnswer {
            try await Liar(server, to: victim, with: keys).tell(
                TallyTold(
                    server: server.address, reference: "UA 77/21", seq: .max - 1, figures: [.init(output: 1, channel: "post", appeals: 900)]))
        }

        @Test(arguments: Engine.available)
        func `what the thief told is gone, what it signs is refused at once, and what the server counted is counted once`(
            on engine: Engine
        ) async throws {
            try await withTheft(engine) { int, ch, stolen, _ in
                #expect(try await int.store.tally().counted() == 0, "accepting another key does not bring the lie back")
                #expect(try await Self.lie(stolen, of: ch, to: int).status == 401)
                for _ in 0..<2 { try await int.round(with: ch, after: 301) }
                #expect(try await int.store.tally().counted() == 40)
                try await ch.store.count(12)
                try await int.store.take(.wanjiruCharged())
                for _ in 0..<2 { try await int.round(with: ch, after: 301) }
                #expect(try await ch.store.action().outputs.count == 2)
                #expect(try await int.store.tally().counted() == 52)
                #expect(try await int.store.total() == 52)
                #expect(try await VerifyPartners(database: int.store.database)() == [])
            }
        }

        @Test(arguments: Engine.available)
        func `a stolen key vouches for no other, even from the server's own address`(on engine: Engine) async throws {
            try await withTheft(engine) { int, ch, stolen, line in
                for _ in 0..<2 { try await int.round(with: ch, after: 301) }
                let next = stolen.rotated(to: [UInt8](repeating: 66, count: 32), at: ch.store.world.now())
                let card = Array(try ServerCard(server: ch.address, name: "CH", keys: next.keys).json().utf8)
                line.meddle { request, answer in
                    request.url.path == ServerCard.path ? OutgoingAnswer(status: 200, headers: [:], body: card) : answer
                }
                #expect(try await Self.lie(next, of: ch, to: int).status == 401)
                #expect(try await int.partner(ch)?.leftOut == .key)
                #expect(try await int.partner(ch)?.keys.first { $0.number == next.current.number }?.acceptedAt == nil)
                // the host is its own again, and somebody compares once more
                line.meddle(nil)
                try await int.meet.accept(ch.address, fingerprint: ch.keys.keys.current.fingerprint, as: .follower, by: "Ada")
                try await int.round(with: ch, after: 301)
                #expect(try await int.store.tally().counted() == 40)
                // and its own rotation is taken as before
                ch.keys.keys = ch.keys.keys.rotated(to: [UInt8](repeating: 78, count: 32), at: ch.store.world.now())
                try await ch.store.count(11)
                try await int.round(with: ch, after: 301)
                #expect(try await int.store.tally().counted() == 51)
            }
        }

        @Test(arguments: Engine.available)
        func `what came down to nothing while two servers had let each other go is told too`(on engine: Engine) async throws {
            try await withNeighbours(engine, Self.hosts) { servers, _ in
                let (int, ch) = (servers[0], servers[1])
                try await int.isFollowed(by: ch)
                try await int.store.take(.wanjiru())
                try await int.round(with: ch)
                try await ch.store.count(40)
                try await int.round(with: ch, after: 301)
                try await int.meet.end(ch.address, by: "Ada")
                try await ch.meet.end(int.address, by: "Lea")
                var selection = CountSelection()
                selection.reference = .wanjiru
                _ = try await CorrectCounts(database: ch.store.database, world: ch.store.world)(.void, selection, reason: "wrong", by: "Rosa")
                try await int.isFollowed(by: ch)
                #expect(try await int.store.tally().counted() == 40, "the same key, the same figures")
                try await int.round(with: ch, after: 301)
                #expect(try await int.store.tally().counted() == 0)
            }
        }
    }
}
