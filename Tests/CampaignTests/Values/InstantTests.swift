import Campaign
import Documents
import Foundation
import Testing

@Suite struct InstantTests {
    @Test(arguments: [
        "2021-11-30T10:00:00.000Z", "1970-01-01T00:00:00.000Z", "1969-12-31T23:59:59.999Z", "1961-05-28T00:00:00.001Z", "2000-02-29T12:34:56.789Z",
        "0001-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z",
    ])
    func `the stored form reads back as it was written`(_ text: String) throws {
        #expect(try #require(Instant(text)).text == text)
    }

    @Test(arguments: [
        "", "2021-11-30", "2021-11-30T10:00:00Z", "2021-11-30 10:00:00.000Z", "2021-11-30T24:00:00.000Z", "2021-11-30T10:60:00.000Z",
        "2021-02-30T10:00:00.000Z", "2021-11-30T10:00:00:000Z", "2021-11-30T1:00:00.0000Z", "2021-11-30T-1:00:00.000Z", "2021-11-30T10:00:00.+00Z",
        "2021-11-30T10:00:00.000z",
    ])
    func `no other text is an instant`(_ text: String) {
        #expect(Instant(text) == nil)
    }

    @Test(arguments: [(Int64.min, "0001-01-01T"), (Int64.max, "9999-12-31T")])
    func `an instant beyond our calendar is written with its first or its last day`(_ milliseconds: Int64, _ day: String) {
        let text = Instant(milliseconds: milliseconds).text
        #expect(text.hasPrefix(day) && text.utf8.count == 24)
    }

    @Test func `texts sort as the instants do, before 1970 too`() {
        let instants = [-86_400_001, -1, 0, 1, 86_400_000].map { Instant(milliseconds: $0) }
        #expect(instants.map(\.text).sorted() == instants.map(\.text))
        #expect(instants.sorted() == instants)
    }

    @Test(arguments: [
        ("2021-11-30T22:59:59.999Z", "Europe/Zurich", "2021-11-30"), ("2021-11-30T23:00:00.000Z", "Europe/Zurich", "2021-12-01"),
        ("2021-12-01T04:59:59.999Z", "America/New_York", "2021-11-30"), ("2021-12-01T05:00:00.000Z", "America/New_York", "2021-12-01"),
        ("2021-12-01T00:00:00.000Z", "UTC", "2021-12-01"), ("1969-12-31T23:30:00.000Z", "Europe/Zurich", "1970-01-01"),
        ("1969-12-31T23:30:00.000Z", "America/New_York", "1969-12-31"),
    ])
    func `a day begins at midnight in its own zone`(_ text: String, _ zone: String, _ day: String) throws {
        let instant = try #require(Instant(text)), zone = try #require(TimeZone(identifier: zone))
        #expect(instant.day(in: zone).text == day)
    }

    @Test(arguments: [
        // Summer time in Zurich ends on 31 October 2021 and began on 28 March: midnight is at 22:00, then at 23:00 UTC.
        ("2021-10-30T21:59:59.000Z", "2021-10-30"), ("2021-10-30T22:00:00.000Z", "2021-10-31"),
        ("2021-10-31T22:59:59.000Z", "2021-10-31"), ("2021-10-31T23:00:00.000Z", "2021-11-01"),
        ("2021-03-27T23:00:00.000Z", "2021-03-28"), ("2021-03-28T22:00:00.000Z", "2021-03-29"),
    ])
    func `the day the clocks change is as long as it is`(_ text: String, _ day: String) throws {
        let zurich = try #require(TimeZone(identifier: "Europe/Zurich"))
        #expect(try #require(Instant(text)).day(in: zurich).text == day)
    }
}
