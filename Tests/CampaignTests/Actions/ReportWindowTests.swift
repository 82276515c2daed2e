@testable import Campaign
import Documents
import Foundation
import Testing

@Suite struct ReportWindowTests {
    private let deadline = Made.day("2022-01-03"), zone = TimeZone(identifier: "Europe/Zurich") ?? .gmt

    private func window(_ output: Output, in action: Action? = nil, on text: String) -> ReportWindow {
        (action ?? Made.action(output)).reportWindow(for: output, in: .international, zone: zone, lateDays: 30, on: Made.day(text))
    }

    @Test func `reports are taken while letters are, thirty days late, and then no more`() {
        let output = Made.output(actUntil: deadline), takenUntil = Made.day("2022-02-02")
        #expect(window(output, on: "2022-01-03") == .open)
        #expect(window(output, on: "2022-01-04") == .late(lastDay: deadline, takenUntil: takenUntil))
        #expect(window(output, on: "2022-02-02") == .late(lastDay: deadline, takenUntil: takenUntil))
        #expect(window(output, on: "2022-02-03") == .closed(since: takenUntil))
    }

    @Test func `the last day is that of the end when it comes before the deadline`() {
        let end = Made.day("2021-12-10")
        let output = Made.output(actUntil: deadline, ending: Ending(on: end, reason: .success))
        #expect(window(output, on: "2021-12-10") == .open)
        #expect(window(output, on: "2021-12-11") == .late(lastDay: end, takenUntil: Made.day("2022-01-09")))
    }

    @Test func `an end on a day nobody said makes no report late before the deadline`() {
        let output = Made.output(actUntil: deadline, ending: Ending(on: nil, reason: .success))
        #expect(window(output, on: "2022-01-03") == .open)
    }

    @Test func `the last day of a replaced output is the day its successor was issued`() {
        let first = Made.output(actUntil: deadline),
            second = Made.output(2, .update, issuedOn: Made.day("2021-12-06"), actUntil: Made.day("2022-01-17"))
        let action = Made.action(first, second)
        #expect(window(first, in: action, on: "2021-12-07") == .late(lastDay: Made.day("2021-12-06"), takenUntil: Made.day("2022-01-05")))
        #expect(window(second, in: action, on: "2021-12-07") == .open)
    }

    @Test func `an outcome without a day of issue ends letters on the day it was published, not on that of the event`() throws {
        let night = try #require(Instant("2021-12-20T23:30:00.000Z")), first = Made.output(actUntil: deadline)
        let outcome = Made.output(2, .outcome, eventOn: Made.day("2021-12-17"), publishedAt: night), action = Made.action(first, outcome)
        #expect(window(first, in: action, on: "2021-12-18") == .open)
        #expect(window(first, in: action, on: "2021-12-21") == .open)
        #expect(window(first, in: action, on: "2021-12-22") == .late(lastDay: Made.day("2021-12-21"), takenUntil: Made.day("2022-01-20")))
    }

    @Test func `an outcome published when the deadline had long passed leaves the deadline as it was`() throws {
        let later = try #require(Instant("2026-03-01T10:00:00.000Z")), first = Made.output(actUntil: deadline)
        let action = Made.action(first, Made.output(2, .outcome, eventOn: Made.day("2021-12-17"), publishedAt: later))
        #expect(window(first, in: action, on: "2022-01-04") == .late(lastDay: deadline, takenUntil: Made.day("2022-02-02")))
    }

    @Test(arguments: [OutputKind.outcome, .information, .withdrawal])
    func `what asks for no letters takes no reports`(_ kind: OutputKind) {
        #expect(window(Made.output(1, kind, actUntil: deadline), on: "2021-12-01") == .closed(since: nil))
    }

    @Test func `without any last day no report is taken`() {
        #expect(window(Made.output(), on: "2021-12-01") == .closed(since: nil))
    }
}
