import Documents
import Foundation
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct DigestTests {
    private func next(_ pace: Pace, after instant: String, in zone: String) throws -> String {
        let now = try #require(Instant(instant)), zone = try #require(TimeZone(identifier: zone))
        return DigestMoment.next(pace, after: now, in: zone).text
    }

    /// Eight o'clock is eight o'clock on the day on which clocks change, on the day before and on the day after, east and west of Greenwich.
    @Test(arguments: [
        ("Europe/Zurich", "2021-03-26T10:00:00.000Z", ["2021-03-27T07", "2021-03-28T06", "2021-03-29T06"]),
        ("Europe/Zurich", "2021-10-29T10:00:00.000Z", ["2021-10-30T06", "2021-10-31T07", "2021-11-01T07"]),
        ("America/Los_Angeles", "2021-03-12T20:00:00.000Z", ["2021-03-13T16", "2021-03-14T15", "2021-03-15T15"]),
        ("America/Los_Angeles", "2021-11-05T20:00:00.000Z", ["2021-11-06T15", "2021-11-07T16", "2021-11-08T16"]),
        ("Pacific/Auckland", "2021-09-23T20:30:00.000Z", ["2021-09-24T20", "2021-09-25T19", "2021-09-26T19"]),
        ("Pacific/Auckland", "2021-04-01T20:30:00.000Z", ["2021-04-02T19", "2021-04-03T20", "2021-04-04T20"]),
        ("Australia/Lord_Howe", "2021-04-01T22:00:00.000Z", ["2021-04-02T21", "2021-04-03T21", "2021-04-04T21"]),
        ("Pacific/Kiritimati", "2021-11-30T10:00:00.000Z", ["2021-11-30T18", "2021-12-01T18", "2021-12-02T18"]),
        ("Pacific/Pago_Pago", "2021-11-30T10:00:00.000Z", ["2021-11-30T19", "2021-12-01T19", "2021-12-02T19"]),
    ])
    func `a daily digest comes at eight, whatever clocks do`(_ zone: String, _ start: String, _ expected: [String]) throws {
        var now = start, met: [String] = []
        for _ in expected {
            now = try next(.daily, after: now, in: zone)
            met.append(String(now.prefix(13)))
        }
        #expect(met == expected)
    }

    @Test func `days of a pace are the days of where the reader is`() throws {
        // It is Monday in Auckland already, and the first of the month, while it is Sunday and the last in Lima.
        #expect(try next(.weekly, after: "2021-10-31T18:00:00.000Z", in: "Pacific/Auckland") == "2021-10-31T19:00:00.000Z")
        #expect(try next(.weekly, after: "2021-10-31T18:00:00.000Z", in: "America/Lima") == "2021-11-01T13:00:00.000Z")
        #expect(try next(.monthly, after: "2021-10-31T18:00:00.000Z", in: "Pacific/Auckland") == "2021-10-31T19:00:00.000Z")
        #expect(try next(.twiceAMonth, after: "2021-10-31T20:00:00.000Z", in: "Pacific/Auckland") == "2021-11-14T19:00:00.000Z")
    }

    @Test(arguments: Engine.available)
    func `a digest is in the reader's language and morning, far from the section's`(on engine: Engine) async throws {
        // Lima is five hours behind; Auckland's clocks are set forward in the night of 26 September.
        try await withStore(engine, at: "2021-09-25T10:00:00.000Z") { store in
            try await store.take(.wanjiru { $0.issueDate = Day("2021-09-24") })
            try await store.take(.bishnu(until: "2022-01-03"))
            for (draft, title) in [(ActionDraft.wanjiru(), "Periodista detenida"), (.bishnu(until: "2022-01-03"), "Campesino amenazado")] {
                var spanish = draft
                spanish.language = "es"
                spanish.title = title
                spanish.letters = []
                try await store.take(spanish)
            }
            try await store.supporter("ana", language: "es", pace: .daily, zone: "America/Lima")
            try await store.supporter("aroha", pace: .daily, zone: "Pacific/Auckland")
            _ = try await store.going()
            _ = try await store.going(.bishnu())
            let basket = Basket()
            func told(at instant: String) async throws -> [String] {
                let then = try #require(Instant(instant))
                store.advance(seconds: Int((then.milliseconds - store.world.now().milliseconds) / 1_000))
                try await store.deliver(basket)
                return basket.notices.map { "\($0.supporter.text) \($0.language.rawValue)" }
            }
            #expect(try await told(at: "2021-09-25T12:59:59.000Z") == [])
            #expect(try await told(at: "2021-09-25T13:00:00.000Z") == ["ana es"])
            #expect(try await told(at: "2021-09-25T18:59:59.000Z") == ["ana es"])
            #expect(try await told(at: "2021-09-25T19:00:00.000Z") == ["ana es", "aroha en"], "08:00 in New Zealand Daylight Time")
            #expect(basket.notices[0].subject == "2 acciones urgentes para usted" && basket.notices[0].plain.contains("Periodista detenida"))
            #expect(basket.notices[1].subject == "2 urgent actions for you")
        }
    }

    @Test(arguments: Engine.available)
    func `who asked for one case at a time is told of one, and of what they follow besides`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.take(.bishnu(until: "2022-01-20"))
            try await store.take(.bishnu(serial: 13, until: "2022-01-10"))
            for pace in [Pace.weekly, .twiceAMonth, .monthly, .daily] { try await store.supporter(pace.rawValue, pace: pace) }
            try await store.supporter("ana", pace: .weekly)
            try await store.follow("ana")
            for reference in [Reference.wanjiru, .bishnu(), .bishnu(13)] { _ = try await store.going(reference) }
            store.advance(days: 7)
            let basket = Basket()
            try await store.deliver(basket)
            let told = Dictionary(
                basket.notices.map { notice in
                    (notice.supporter.text, ["77-21", "12-21", "13-21"].filter { notice.plain.contains("/actions/\($0)\n") })
                },
                uniquingKeysWith: +)
            #expect(
                told == [
                    "weekly": ["12-21"], "twice_a_month": ["12-21"], "monthly": ["12-21"], "daily": ["77-21", "12-21", "13-21"],
                    "ana": ["77-21", "12-21"],
                ], "the case with the most time to write")
            let skipped = try await store.database.read { try $0.rows("SELECT reason FROM delivery WHERE state = 'skipped'").count }
            #expect(skipped == 7)
        }
    }
}
