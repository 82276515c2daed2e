@testable import Campaign
import Documents
import Foundation
import Testing

@Suite struct LetterOfferTests {
    private func offer(_ output: Output, in action: Action? = nil, edition: Edition? = Made.edition, on today: Day = Made.today) -> LetterOffer {
        (action ?? Made.action(output)).letterOffer(for: output, edition: edition, in: .international, on: today)
    }

    @Test func `letters are wanted on the last day, and not on the day after`() {
        let output = Made.output(actUntil: Made.today)
        #expect(offer(output) == .open(until: Made.today))
        #expect(offer(output, on: Made.today.adding(days: 1)) == .closed(.expired(on: Made.today)))
        #expect(output.daysLeft(for: .international, on: Made.today) == 0)
        #expect(output.daysLeft(for: .international, on: Made.today.adding(days: -34)) == 34)
    }

    @Test func `an output that ends on a day to come takes letters until the day before`() {
        let end = Made.today.adding(days: 3)
        let output = Made.output(actUntil: Made.today.adding(days: 20), ending: Ending(on: end, reason: .success))
        #expect(offer(output) == .open(until: Made.today.adding(days: 20)))
        #expect(offer(output, on: end) == .closed(.ended(on: end, .success)))
    }

    @Test func `an output that ended on a day nobody said takes no letters`() {
        let output = Made.output(actUntil: Made.today.adding(days: 20), ending: Ending(on: nil, reason: .partialSuccess))
        #expect(offer(output) == .closed(.ended(on: nil, .partialSuccess)))
    }

    @Test func `an output that ended says so rather than that it expired`() {
        let end = Made.today.adding(days: -9)
        let output = Made.output(actUntil: Made.today.adding(days: -2), ending: Ending(on: end, reason: nil))
        #expect(offer(output) == .closed(.ended(on: end, nil)))
    }

    @Test func `a replaced output sends its readers to the next one that is here`() {
        let first = Made.output(actUntil: Made.today.adding(days: 20)), fourth = Made.output(4, .update, actUntil: Made.today.adding(days: 40))
        let action = Made.action(first, fourth)
        #expect(offer(first, in: action) == .closed(.superseded(by: 4)))
        #expect(offer(fourth, in: action) == .open(until: Made.today.adding(days: 40)))
    }

    @Test(arguments: [OutputKind.outcome, .withdrawal])
    func `after the end of a case no letter is offered, whatever its deadline`(_ kind: OutputKind) {
        #expect(offer(Made.output(2, kind, actUntil: Made.today.adding(days: 20))) == .closed(.noFurtherAction))
    }

    @Test func `a document for information asks for no letters`() {
        #expect(offer(Made.output(2, .information, actUntil: Made.today)) == .closed(.informationOnly))
    }

    @Test(arguments: [OutputKind.first, .update, .correction])
    func `without a deadline nobody can say whether a letter helps`(_ kind: OutputKind) {
        #expect(offer(Made.output(1, kind)) == .closed(.noDeadline))
    }

    @Test func `a letter needs somebody to write to`() {
        let output = Made.output(actUntil: Made.today)
        #expect(offer(output, edition: nil) == .closed(.nobodyToWriteTo))
        #expect(offer(output, edition: Made.edition()) == .closed(.nobodyToWriteTo))
    }

    @Test func `at one instant the letter is over in Zurich and wanted in New York`() throws {
        let output = Made.output(actUntil: Made.day("2022-01-03")), night = try #require(Instant("2022-01-04T00:30:00.000Z"))
        let zurich = try #require(TimeZone(identifier: "Europe/Zurich")), york = try #require(TimeZone(identifier: "America/New_York"))
        #expect(offer(output, on: night.day(in: zurich)) == .closed(.expired(on: Made.day("2022-01-03"))))
        #expect(offer(output, on: night.day(in: york)) == .open(until: Made.day("2022-01-03")))
    }
}
