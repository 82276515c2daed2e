import Documents
import Testing

@testable import Campaign

@Suite struct FindingNoteTests {
    @Test(arguments: FindingNote.Code.allCases)
    func `every note has words in each language of the desk, with its value or without one`(code: FindingNote.Code) throws {
        let catalogue = try Catalogue.shipped(), key = "desk.finding_\(code.rawValue)"
        for language in catalogue.deskLanguages {
            let words = catalogue[language]
            #expect(words.has(key), "\(language): \(key)")
            #expect(!words.text(FindingNote(code, "34")).contains("{"))
        }
        let valued: Set<FindingNote.Code> = [.hiddenAddresses, .codeYear, .beforeIssue, .codeCountries, .otherDocument]
        #expect(catalogue["en"].text(FindingNote(code, "34")).contains("34") == valued.contains(code))
    }

    @Test func `a note is kept as its code with its value and comes back whole`() {
        for note in [FindingNote(.runningText), FindingNote(.otherDocument, "34 letters, say")] { #expect(FindingNote(text: note.text) == note) }
        #expect(FindingNote(text: "") == nil)
        #expect(FindingNote(text: "in capitals") == nil)
    }
}
