import Documents
import Foundation
import Outgoing
import Storage
import TestSupport
import Testing

@testable import Campaign

extension FederationTests {
    /// Tallies between servers.
    @Suite(.serialized) struct Tallies {
        private static let hosts = ["int.example.org", "ch.example.org", "us.example.org"]

        /// Two servers follow a third, which published Wanjiru's case; both have it.
        private func withThree(_ engine: Engine, _ body: (Neighbour, Neighbour, Neighbour, Neighbourhood) async throws -> Void) async throws {
            try await withNeighbours(engine, Self.hosts) { servers, line in
                try await servers[0].isFollowed(by: servers[1])
                try await servers[0].isFollowed(by: servers[2])
                try await servers[0].store.take(.wanjiru())
                for follower in servers.dropFirst() { try await servers[0].round(with: follower) }
                try await body(servers[0], servers[1], servers[2], line)
            }
        }

        @Test(arguments: Engine.available)
        func `the total of a case is the sum over servers, none counted twice, and each part is proved`(on engine: Engine) async throws {
            try await withThree(engine) { int, ch, us, _ in
                try await int.store.count(25)
                try await ch.store.count(40)
                try await ch.store.count(12, by: .email)
                try await us.store.count(9)
                for _ in 0..<3 { for follower in [ch, us] { try await int.round(with: follower, after: 301, beside: [ch, us]) } }
                let tally = try await int.store.tally()
                #expect(tally.counted() == 77 && tally.servers.map(\.appeals) == [52] && tally.counted(by: .post) == 65)
                // below the threshold nothing leaves; above it all does
                try await us.store.count(3, by: .email)
                try await int.round(with: us, after: 301, beside: [ch, us])
                #expect(try await int.store.tally().servers.map(\.appeals) == [52, 12])
                // where a part may not be shown, the sum alone is told
                #expect(try await int.store.tally().counted(by: .other) == 12)
                #expect(try await int.store.total() == 89)
                #expect(try await VerifyPartners(database: int.store.database)() == [])
                #expect(try await VerifyTallies(database: int.store.database)().ok)
                #expect(try await ch.store.tally().counted() == 52)
            }
        }

        @Test(arguments: Engine.available)
        func `verify finds a figure, a message and a signature that somebody changed`(on engine: Engine) async throws {
            try await withThree(engine) { int, ch, _, _ in
                try await ch.store.count(40)
                try await int.round(with: ch, after: 301)
                for (change, back) in [
                    ("UPDATE partner_figure SET appeals = 400", "UPDATE partner_figure SET appeals = 40"),
                    ("UPDATE partner_tally SET appeals = 400", "UPDATE partner_tally SET appeals = 40"),
                    (
                        "UPDATE partner_tally SET message = replace(message, '40', '41')",
                        "UPDATE partner_tally SET message = replace(message, '41', '40')"
                    ),
                    ("UPDATE partner_tally SET authority = 'us.example.org'", "UPDATE partner_tally SET authority = 'int.example.org'"),
                    ("DELETE FROM partner_tally", ""),
                ] as [(String, String)] {
                    try await int.store.tamper(SQL(verbatim: change))
                    #expect(try await VerifyPartners(database: int.store.database)().count == 1, "\(change)")
                    guard !back.isEmpty else { continue }
                    try await int.store.tamper(SQL(verbatim: back))
                    #expect(try await VerifyPartners(database: int.store.database)() == [], "\(change)")
                }
            }
        }

        @Test(arguments: Engine.available)
        func `a server that lies is refused, and adds nothing`(on engine: Engine) async throws {
            try await withThree(engine) { int, ch, us, _ in
                try await ch.store.count(40)
                try await int.round(with: ch, after: 301)
                let liar = Liar(ch, to: int)
                func told(_ appeals: Int, seq: Int64 = .max - 1, of reference: String = "UA 77/21", server: String? = nil, output: Int = 1)
                    -> TallyTold
                {
                    TallyTold(
                        server: server ?? ch.address, reference: reference, seq: seq,
                        figures: [.init(output: output, channel: "post", appeals: appeals)])
                }
                // in another's name, signed by one's own key
                #expect(try await liar.tell(told(50, server: us.address)).status == 403)
                // what was not fetched, what is not there, what is the other's own draft
                try await int.store.take(.bishnu(until: "2021-12-20"))
                #expect(try await liar.tell(told(50, of: "UA 12/21")).status == 409)
                #expect(try await liar.tell(told(50, of: "UA 99/21")).status == 404)
                // older than what was told, and the very same once more
                #expect(try await liar.tell(told(50, seq: 1)).status == 409)
                let fields = try liar.signed(told(41, seq: ch.store.world.now().milliseconds + 5))
                #expect(try await liar.send(fields).status == 200)
                #expect(try await liar.send(fields).status == 401)
                #expect(try await int.store.tally().counted() == 41)
                // nonsense
                for one in [told(0), told(-5), told(TallyTold.most + 1), told(50, output: 7)] {
                    #expect(try await liar.tell(one).status == 422, "\(one)")
                }
                #expect(try await liar.send(liar.signed(bytes: Array(#"{"server":1}"#.utf8))).status == 422)
                // with a signature of another, of an hour ago, for another server, and none
                let message = told(45)
                #expect(try await liar.send(liar.signed(message, by: [UInt8](repeating: 77, count: 32))).status == 401)
                #expect(try await liar.send(liar.signed(message, at: int.store.world.now().adding(seconds: -3_600))).status == 401)
                #expect(try await liar.send(liar.signed(message, for: "us.example.org")).status == 401)
                #expect(try await liar.send((try message.json(), SignatureFields(input: "", signature: ""))).status == 401)
                // the body of one under the signature of another
                #expect(try await liar.send((try told(4_000).json(), try liar.signed(message).fields)).status == 401)
                #expect(try await int.store.tally().counted() == 41)
                #expect(try await VerifyPartners(database: int.store.database)() == [])
            }
        }

        @Test(arguments: Engine.available)
        func `a great step up or down is held until Ada counts it or leaves it away`(on engine: Engine) async throws {
            try await withThree(engine) { int, ch, _, _ in
                let liar = Liar(ch, to: int), decide = DecideTally(database: int.store.database, world: int.store.world)
                func tell(_ appeals: Int) async throws -> String {
                    for server in [int, ch] { server.store.advance(seconds: 2) }
                    let told = TallyTold(
                        server: ch.address, reference: "UA 77/21", seq: ch.store.world.now().milliseconds,
                        figures: appeals == 0 ? [] : [.init(output: 1, channel: "post", appeals: appeals)])
                    return String(decoding: try await liar.tell(told).body, as: UTF8.self)
                }
                #expect(try await tell(300).contains("counted"))
                #expect(try await tell(90_000).contains("held"))
                #expect(try await int.store.tally().counted() == 300)
                try await decide(.wanjiru, of: ch.address, counts: false, by: "Ada")
                #expect(try await tell(90_001).contains("held"))
                try await decide(.wanjiru, of: ch.address, counts: true, by: "Ada")
                #expect(try await int.store.tally().counted() == 90_001)
                #expect(try await tell(0).contains("held"))
                #expect(try await int.store.tally().counted() == 90_001)
                // a tally that is no such step takes the place of one that is held
                #expect(try await tell(90_100).contains("counted"))
                await #expect(throws: PartnerRefusal.unknown) { try await decide(.wanjiru, of: ch.address, counts: true, by: "Ada") }
                #expect(try await int.store.tally().counted() == 90_100)
                #expect(try await VerifyPartners(database: int.store.database)() == [])
            }
        }

        @Test(arguments: Engine.available)
        func `many small steps within a day are one great step`(on engine: Engine) async throws {
            try await withThree(engine) { int, ch, _, _ in
                let liar = Liar(ch, to: int)
                var told: [String] = []
                for (appeals, seconds) in [(900, 60), (1_000, 60), (1_001, 60), (1_000, 86_400), (3_000, 60), (3_001, 60)] {
                    for server in [int, ch] { server.store.advance(seconds: seconds) }
                    let tally = TallyTold(
                        server: ch.address, reference: "UA 77/21", seq: ch.store.world.now().milliseconds,
                        figures: [.init(output: 1, channel: "post", appeals: appeals)])
                    told.append(String(decoding: try await liar.tell(tally).body, as: UTF8.self))
                }
                #expect(told.map { $0.contains("held") } == [false, false, true, false, false, true])
                #expect(try await int.store.tally().counted() == 3_000)
            }
        }

        @Test(arguments: Engine.available)
        func `who is silent for three days is left out with the reason, and counts again once heard`(on engine: Engine) async throws {
            try await withThree(engine) { int, ch, us, line in
                try await ch.store.count(40)
                try await us.store.count(30)
                for follower in [ch, us] { try await int.round(with: follower, after: 301, beside: [ch, us]) }
                #expect(try await int.store.tally().counted() == 70)
                line.cut(int.address)
                for server in [int, ch, us] { server.store.advance(days: 3, seconds: 10) }
                line.mend(int.address)
                try await int.round(with: us, after: 1, beside: [ch])
                #expect(try await int.partner(ch)?.leftOut == .late)
                #expect(try await int.partner(us)?.leftOut == nil)
                #expect(try await int.store.tally().counted() == 30)
                #expect(try await int.store.total() == 30)
                try await int.round(with: ch, after: 301, beside: [ch, us])
                try await int.work()
                #expect(try await int.partner(ch)?.leftOut == nil)
                #expect(try await int.store.tally().counted() == 70)
                try await int.meet.end(us.address, by: "Ada")
                #expect(try await int.store.tally().counted() == 40)
                #expect(try await Liar(us, to: int).tell(.init(server: us.address, reference: "UA 77/21", seq: .max - 1, figures: [])).status == 401)
            }
        }
    }
}

/// Says what it likes in the name of a server, with its keys or others.
struct Liar {
    let liar: Neighbour
    let victim: Neighbour
    private let others: ServerKeys?

    init(_ liar: Neighbour, to victim: Neighbour, with keys: ServerKeys? = nil) {
        (self.liar, self.victim, others) = (liar, victim, keys)
    }

    func tell(_ told: TallyTold) async throws -> OutgoingAnswer { try await send(signed(told)) }

    func signed(
        _ told: TallyTold, by seed: [UInt8]? = nil, at now: Instant? = nil, for host: String? = nil
    ) throws -> (body: [UInt8], fields: SignatureFields) {
        signed(bytes: try told.json(), by: seed, at: now, for: host)
    }

    func signed(bytes: [UInt8], by seed: [UInt8]? = nil, at now: Instant? = nil, for host: String? = nil) -> (body: [UInt8], fields: SignatureFields)
    {
        let authority = host ?? String(victim.address.dropFirst(8)), keys = others ?? liar.keys.keys, world = liar.store.world
        let request = PartnerRequest("POST", authority: authority, path: PartnerPath.tallies, body: bytes)
        return (
            bytes,
            SignatureFields(
                request.components, request.values, by: seed ?? keys.secret, keyID: "\(liar.address)#\(keys.current.number)", nonce: world.token(),
                at: now ?? world.now())
        )
    }

    func send(_ message: (body: [UInt8], fields: SignatureFields)) async throws -> OutgoingAnswer {
        await victim.answer(
            OutgoingRequest(
                try OutgoingURL(victim.address + PartnerPath.tallies),
                headers: [("Signature-Input", message.fields.input), ("Signature", message.fields.signature)].map { (name: $0.0, value: $0.1) },
                body: message.body))
    }
}
