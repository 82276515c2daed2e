@testable import Campaign
import Documents
import Foundation
import Testing

@Suite struct ExampleFilesTests {
    @Test func `every file decodes, and names a case in each of its documents`() throws {
        let examples = try Example.all(on: Made.today)
        #expect(examples.count >= 10)
        for example in examples {
            #expect(!example.drafts.isEmpty, "\(example.name)")
            #expect(Set(example.drafts.map { $0.draft.namedCase }).count == 1, "\(example.name)")
            #expect(example.drafts.allSatisfy { $0.draft.namedCase != nil && $0.draft.language != nil && $0.draft.kind != nil }, "\(example.name)")
        }
    }

    @Test func `no two documents pass for one`() throws {
        let fingerprints = try Example.all(on: Made.today).flatMap { example in example.drafts.map { $0.fingerprint(in: example.name) } }
        #expect(Set(fingerprints).count == fingerprints.count)
    }

    @Test func `no key is misspelt`() throws {
        let known = Set(try keys(of: JSONEncoder().encode(Self.complete)))
        for file in try Resources.files(in: "Examples", ending: "json") {
            let whole = try #require(JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
            for entry in whole["drafts"] as? [[String: Any]] ?? [] {
                let draft = entry["draft"] as? [String: Any] ?? [:]
                #expect(Set(draft.keys).subtracting(known).sorted() == [], "\(file.lastPathComponent)")
            }
        }
    }

    private func keys(of json: Data) throws -> [String] {
        Array(try #require(JSONSerialization.jsonObject(with: json) as? [String: Any]).keys)
    }

    /// A draft that says everything, so that every key is written.
    private static let complete = {
        var draft = ActionDraft()
        let day = Made.today, word = "x"
        (draft.language, draft.publisher, draft.kind, draft.reference, draft.series) = ("en", word, .first, word, .UA)
        (draft.caseNumber, draft.caseYear, draft.outputOrdinal, draft.isFinal, draft.actionCount) = (1, 2021, 1, true, 1)
        (draft.indexCode, draft.country, draft.title, draft.pronoun, draft.summary, draft.call) = (word, Country("KE"), word, word, word, word)
        (draft.issueDate, draft.expiryDate, draft.endedDate, draft.eventDate) = (day, day, day, day)
        (draft.outcome, draft.endReason, draft.ownLanguageOK) = (.released, .success, true)
        (draft.postalNote, draft.safetyNote, draft.background, draft.outcomeText, draft.previousReference) = (word, word, word, word, word)
        return draft
    }()
}
