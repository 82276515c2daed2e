import Campaign
import Documents
import HTTPTypes
import Hummingbird
import NIOCore
import TestSupport
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(5))) struct FloodGateTests {
    private func solved(_ puzzle: Puzzle) -> String {
        (0...).lazy.map(String.init).first(where: puzzle.isSolved) ?? ""
    }

    private func gate(_ clock: StillClock, network: Int = 2, domain: Int = 100) -> FloodGate {
        var bounds = FloodGate.Bounds()
        bounds.network = network
        bounds.domain = domain
        return FloodGate(world: .still(clock), bounds: bounds)
    }

    private func knock(_ gate: FloodGate, _ network: String? = "192.0.2", _ domain: String = "example.org", _ proof: FloodGate.Proof? = nil)
        -> Puzzle?
    {
        guard case .wait(let puzzle, _) = gate.admits(network: network, domain: domain, proof: proof) else { return nil }
        return puzzle
    }

    @Test func `above the bound a network calculates, another one does not, and an hour later nobody`() throws {
        let clock = StillClock("2021-11-30T10:00:00.000Z"), gate = gate(clock)
        #expect(knock(gate) == nil && knock(gate) == nil)
        let puzzle = try #require(knock(gate))
        #expect(knock(gate, "198.51.100") == nil)
        #expect(knock(gate, "192.0.2", "example.org", FloodGate.Proof(puzzle: puzzle.text, answer: "1")) != nil)
        let proof = FloodGate.Proof(puzzle: puzzle.text, answer: solved(puzzle))
        #expect(knock(gate, "192.0.2", "example.org", proof) == nil)
        #expect(knock(gate, "192.0.2", "example.org", proof) != nil, "a puzzle is good for one form")
        clock.advance(seconds: 3_601)
        #expect(knock(gate) == nil)
    }

    @Test func `a domain is slowed whatever network asks, and a large provider later`() {
        let gate = gate(StillClock("2021-11-30T10:00:00.000Z"), network: 1_000, domain: 3)
        for number in 1...3 { #expect(knock(gate, "192.0.\(number)") == nil) }
        #expect(knock(gate, "192.0.4") != nil)
        for number in 1...10 { #expect(knock(gate, "192.0.\(number)", "gmail.com") == nil) }
    }

    @Test func `without a script one waits a minute, and a network has one turn a minute`() throws {
        let clock = StillClock("2021-11-30T10:00:00.000Z"), gate = gate(clock, network: 1)
        #expect(knock(gate) == nil)
        let first = try #require(knock(gate)), second = try #require(knock(gate))
        func wait(_ puzzle: Puzzle) -> Puzzle? { knock(gate, "192.0.2", "example.org", FloodGate.Proof(puzzle: puzzle.text, answer: "")) }
        #expect(wait(first) == first, "too early: the same puzzle again")
        clock.advance(seconds: 60)
        #expect(wait(first) == nil)
        #expect(wait(second) == second, "not its turn")
        clock.advance(seconds: 60)
        #expect(wait(second) == nil)
    }

    @Test func `a puzzle of somebody else, of yesterday, or easier than ours is none`() throws {
        let clock = StillClock("2021-11-30T10:00:00.000Z"), gate = gate(clock, network: 1)
        #expect(knock(gate) == nil)
        let puzzle = try #require(knock(gate)), foreign = Puzzle(made: clock.now, bits: 1, nonce: "n", key: "guessed")
        #expect(knock(gate, "192.0.2", "example.org", FloodGate.Proof(puzzle: foreign.text, answer: solved(foreign))) != nil)
        let easier = puzzle.text.replacing(".\(puzzle.bits).", with: ".0.")
        #expect(knock(gate, "192.0.2", "example.org", FloodGate.Proof(puzzle: easier, answer: "0")) != nil)
        clock.advance(days: 1)
        #expect(knock(gate) == nil)
        #expect(knock(gate, "192.0.2", "example.org", FloodGate.Proof(puzzle: puzzle.text, answer: solved(puzzle))) != nil)
    }

    @Test func `a network is 24 bits or 56, told by our own proxy only`() throws {
        func mark(_ peer: String, _ forwarded: String? = nil) throws -> String? {
            var head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/")
            if let forwarded { head.headerFields[.init("x-forwarded-for") ?? .origin] = forwarded }
            return NetworkMark.text(of: Request(head: head, body: .init(buffer: .init())), from: try SocketAddress(ipAddress: peer, port: 1))
        }
        #expect(try mark("192.0.2.7") == "192.0.2" && mark("192.0.2.7", "198.51.100.1") == "192.0.2")
        #expect(try mark("::ffff:192.0.2.9") == "192.0.2")
        #expect(try mark("127.0.0.1") == nil && mark("127.0.0.1", "6.6.6.6, 198.51.100.1") == "198.51.100")
        #expect(try mark("2001:db8:1:2ff::1") == mark("2001:db8:1:201:9::2") && mark("2001:db8:1:2ff::1") != mark("2001:db8:1:300::1"))
        #expect(try mark("10.1.2.3", "nonsense") == nil)
    }

    @Test func `twenty sign-ups from one network go through, then each is held back, calculated for, and goes through`() async throws {
        try await withSupporters { visit in
            let from = ["x-forwarded-for": "192.0.2.44"]
            for number in 1...20 { #expect(try await visit.signUp("rosa\(number)@example.org", [], from).status == 303) }
            let held = try await visit.signUp("ana@example.org", [("pace", "weekly")], from)
            #expect(held.status == 429 && held["retry-after"] == "60")
            #expect(held.hidden["address"] == "ana@example.org" && held.hidden["pace"] == "weekly")
            let again = try await visit.amparo.post("/en/alerts", held.hidden.map { ($0.key, $0.value) }, from)
            #expect(again.status == 429 && again.words.contains("a little early"))
            let bits = try #require(held.hidden["puzzle"]?.split(separator: ".")[1])
            let answer = (0...).lazy.map(String.init).first { Self.zeroBits(of: "\(held.hidden["puzzle"] ?? ""):\($0)") >= Int(bits) ?? 99 } ?? ""
            let fields = held.hidden.merging(["answer": answer]) { $1 }.map { ($0.key, $0.value) }
            #expect(try await visit.amparo.post("/en/alerts", fields, from).status == 303)
            #expect(try await visit.signUp("eva@example.org", [], ["x-forwarded-for": "198.51.100.3"]).status == 303)
        }
    }

    private static func zeroBits(of text: String) -> Int {
        Digest.sha256(text).prefix { $0 == "0" }.count * 4
    }
}
