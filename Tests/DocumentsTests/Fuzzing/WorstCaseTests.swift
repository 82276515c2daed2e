import Testing

@testable import Documents

/// One trigger of the recognisers repeated to a long line. The limit is generous: tests run unoptimised on busy machines, but what
/// grows with the square of the length is far above it.
@Suite struct WorstCaseTests {
    private static let limit = Duration.seconds(30)

    private static let triggers = [
        "TAKE ACTION ", "23 November 2021 ", "(", "[", "(a)", "a@b.example ", "a@", "[email protected] ", "-", "a-b-", "- ", "+1 202 555 0100 ",
        "1 ", "ASA 21/26/91 ", "Ali Reza Khan, ", "Minister of Justice ", "of the ", "Dear Minister, ", "I urge you to act and ", "PERU: ",
        "12 Main Street ", "Embassy of Peru ", "https://a.example/b ", "**", "e\u{301}\u{301}", "He was held. ", "H.E. Mr. ", "COPIES TO: ",
        "(Peru: UA 1.21) ", "Peru Ana Lind 3 May 2021 ",
    ]

    @Test(arguments: triggers) func `a long line in the opening is read in good time`(_ trigger: String) {
        #expect(time(of: "URGENT ACTION UA 1/21 " + String(repeating: trigger, count: 30_000 / trigger.utf8.count)) < Self.limit)
    }

    /// Styles upon styles before a name once took a time that grew with the square of their number.
    @Test(arguments: triggers) func `a long line among contacts is read in good time`(_ trigger: String) {
        let line = String(repeating: trigger, count: 30_000 / trigger.utf8.count)
        #expect(time(of: "URGENT ACTION UA 1/21 Peru\nTAKE ACTION\nCONTACT INFORMATION\n" + line) < Self.limit)
    }

    private func time(of text: String) -> Duration {
        ContinuousClock().measure { _ = DraftReader()(Array(text.utf8), named: "long") }
    }
}
