import Testing

@testable import Mail

@Suite struct DomainTurnsTests {
    private let start = ContinuousClock.now

    @Test func `a domain gets so many messages a second, another one as many beside it`() {
        var turns = DomainTurns(rate: 4)
        let first = (0..<6).map { _ in turns.turn(of: "example.org", at: start) }
        #expect(
            first == [
                .now, .after(.milliseconds(250)), .after(.milliseconds(500)), .after(.milliseconds(750)), .after(.seconds(1)),
                .postponed(.milliseconds(1250)),
            ])
        #expect(turns.turn(of: "example.net", at: start) == .now)
        #expect(turns.turn(of: "example.org", at: start + .seconds(2)) == .now)
    }

    @Test func `the pause after a temporary refusal grows, and ends with the first message that is taken`() {
        var turns = DomainTurns(rate: 0), now = start, pauses: [Duration] = []
        for _ in 0..<12 {
            turns.heed(.domain, of: "example.org", at: now)
            turns.heed(.domain, of: "example.org", at: now)
            guard case .postponed(let pause) = turns.turn(of: "example.org", at: now) else { break }
            pauses.append(pause)
            now += pause
            #expect(turns.turn(of: "example.org", at: now) == .now)
        }
        #expect(pauses == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600].map { .seconds($0) })
        #expect(turns.turn(of: "example.net", at: start) == .now)
        turns.heed(.over, of: "example.org", at: now)
        turns.heed(.domain, of: "example.org", at: now)
        #expect(turns.turn(of: "example.org", at: now) == .postponed(.seconds(1)))
    }

    @Test func `what may be about one recipient holds a domain up for seconds only, a server that is away holds up all`() {
        var turns = DomainTurns(rate: 0), now = start
        for _ in 0..<9 {
            turns.heed(.recipient, of: "example.org", at: now)
            now += .seconds(5)
        }
        #expect(turns.turn(of: "example.org", at: now) == .now)
        turns.heed(.none, of: "example.org", at: now)
        #expect(turns.turn(of: "example.org", at: now) == .now)
        turns.heed(.server, of: "example.org", at: now)
        #expect(turns.turn(of: "example.net", at: now) == .postponed(.seconds(1)))
    }
}
