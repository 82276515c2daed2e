import Outgoing
import Testing

@testable import Campaign

@Suite struct PushPausesTests {
    private let service = "https://push.example.org"

    @Test func `a push service that is not ready is left alone, twice as long each time, and not for ever`() throws {
        let pauses = PushPauses()
        var now = try #require(Instant("2021-11-30T10:00:00.000Z")), waits: [Int] = []
        for _ in 0..<14 {
            pauses.note(.later("status 500", after: nil), of: service, at: now)
            let left = try #require(pauses.left(service, at: now))
            waits.append(left)
            now = now.adding(seconds: left)
            #expect(pauses.left(service, at: now) == nil)
        }
        #expect(waits.prefix(4) == [1, 3, 7, 15] && waits.suffix(2) == [600, 600])
        #expect(pauses.left("https://other.example.org", at: now) == nil)
        pauses.note(.taken, of: service, at: now)
        pauses.note(.later("status 500", after: nil), of: service, at: now)
        #expect(pauses.left(service, at: now) == 1, "an answer ends it")
    }

    @Test func `several that fail at once are one failure, and a service may say how long`() throws {
        let pauses = PushPauses(), now = try #require(Instant("2021-11-30T10:00:00.000Z"))
        for _ in 0..<8 { pauses.note(.later("took too long", after: nil), of: service, at: now) }
        #expect(pauses.left(service, at: now) == 1)
        pauses.note(.later("status 429", after: 120), of: service, at: now)
        #expect(pauses.left(service, at: now) == 120)
    }
}
