import Campaign
import TestSupport
import Testing

@testable import Site

@Suite struct ReportGateTests {
    private let clock = StillClock("2021-11-30T10:00:00.000Z")
    private var world: World { .still(clock) }

    @Test func `the sixty-first report of an hour from one network is held, and another network's is not`() {
        let gate = ReportGate(world: world)
        for _ in 1...60 { #expect(gate.suspicion(of: "192.0.2", quantity: 1, token: "some token") == nil) }
        #expect(gate.suspicion(of: "192.0.2", quantity: 1, token: "some token") == .network)
        #expect(gate.suspicion(of: "198.51.100", quantity: 1, token: "some token") == nil)
        clock.advance(seconds: 3_600)
        #expect(gate.suspicion(of: "192.0.2", quantity: 1, token: "some token") == nil)
    }

    @Test func `many appeals from one network are held, however few reports they came in`() {
        let gate = ReportGate(world: world)
        for _ in 1...3 { #expect(gate.suspicion(of: "192.0.2", quantity: 500, token: nil) == nil) }
        #expect(gate.suspicion(of: "192.0.2", quantity: 1, token: nil) == .network)
    }

    @Test func `the sixth form that is sent faster than it can be read is held; one that took its time is not`() {
        let gate = ReportGate(world: world)
        for _ in 1...5 { #expect(gate.suspicion(of: "192.0.2", quantity: 1, token: ReportToken.make(world)) == nil) }
        #expect(gate.suspicion(of: "192.0.2", quantity: 1, token: ReportToken.make(world)) == .tokenAge)
        let token = ReportToken.make(world)
        clock.advance(seconds: 2)
        #expect(gate.suspicion(of: "192.0.2", quantity: 1, token: token) == nil)
    }

    @Test func `where the network is not known nothing is held`() {
        let gate = ReportGate(world: world)
        for _ in 1...100 { #expect(gate.suspicion(of: nil, quantity: 500, token: ReportToken.make(world)) == nil) }
    }

    @Test(arguments: [nil, "", "no stamp at all", "~", "x~!!", "x~zzzzzzzzzzzz", "x~-5"])
    func `a token without a moment, or with one to come, has no age`(_ token: String?) {
        #expect(ReportToken.age(of: token, at: world.now()) == nil)
    }
}
