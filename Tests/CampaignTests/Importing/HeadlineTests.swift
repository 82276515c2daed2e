@testable import Campaign
import Documents
import TestSupport
import Testing

@Suite struct HeadlineTests {
    @Test(arguments: [
        ("REPORTER HELD IN KISUMU", "She was seen in Kisumu.", "Reporter held in Kisumu"),
        ("KISUMU: REPORTER HELD", "She was seen in Kisumu.", "Kisumu: reporter held"),
        ("WANJIRU'S TRIAL BEGINS", "On Monday Wanjiru saw a judge.", "Wanjiru's trial begins"),
        ("Reporter held", "She was seen in Kisumu.", "Reporter held"), ("PERIODISTA EN PELIGRO", nil, "Periodista en peligro"),
        ("إطلاق سراح صحفية", nil, "إطلاق سراح صحفية"), ("", nil, ""),
    ])
    func `a headline in capitals is brought to sentence case, with the names the page knows`(
        _ headline: (printed: String, text: String?, stored: String)
    ) {
        #expect(SentenceCase.headline(headline.printed, knownFrom: headline.text) == headline.stored)
    }

    @Test(arguments: [true, false], Engine.available)
    func `of two prints the one that knows the names is kept, in either order`(_ capitalsFirst: Bool, on engine: Engine) async throws {
        try await withStore(engine) { store in
            let capitals = ActionDraft.wanjiru { $0.title = "REPORTER HELD IN MOMBASA" },
                names = ActionDraft.wanjiru { $0.title = "Reporter held in Mombasa" }
            try await store.take(capitalsFirst ? capitals : names, in: .american)
            let second = try await store.take(capitalsFirst ? names : capitals, in: .swiss)
            #expect(try await store.action().latest?.texts.first?.headline == "Reporter held in Mombasa")
            #expect(second.imported.findings.isEmpty)
        }
    }

    @Test func `a headline with a capital on every word does not win`() {
        #expect(SentenceCase.better(of: "Reporter held in Mombasa", "Reporter Held In Mombasa") == "Reporter held in Mombasa")
        #expect(SentenceCase.better(of: "Reporter Held In Mombasa", "Reporter held in Mombasa") == "Reporter held in Mombasa")
    }
}
