@testable import Documents
import Foundation
import Testing

@Suite struct ActionDraftTests {
    @Test func `a draft comes back from its JSON line`() throws {
        var draft = ActionDraft()
        draft.series = .UA
        draft.caseNumber = 7
        draft.caseYear = 2019
        draft.country = Country("NO")
        draft.issueDate = Day("2019-03-01")
        draft.letters = [.init(language: "en", salutation: "Dear Mayor,", body: "Please mend the bridge.", closing: "Yours,")]
        var target = ActionDraft.Target()
        target.name = "Kari Nordmann"
        draft.targets = [target]
        let reading = DraftReading(file: "a.txt", draft: draft, findings: [Finding(field: "title", confidence: 0.2, note: FindingNote(.oneWord))])
        let line = try JSONEncoder().encode(reading)
        #expect(try JSONDecoder().decode(DraftReading.self, from: line) == reading)
        #expect(String(decoding: line, as: UTF8.self).contains(#""sample_letter_first_words":"Please mend the bridge.""#))
        #expect(draft.caseReference?.slug == "7-19")
    }

    @Test func `absent and null keys mean that the text does not say it`() throws {
        let draft = try JSONDecoder().decode(ActionDraft.self, from: Data(#"{"title": null, "targets": [{"name": "A"}], "demands": null}"#.utf8))
        #expect(draft.title == nil)
        #expect(draft.targets.first?.kind == .target)
        #expect(draft.demands.isEmpty)
    }
}
