import Campaign
import Documents
import Foundation
import Testing

@testable import Site

@Suite struct WordsTests {
    private let english = Result { try Catalogue.shipped()["en"] }

    @Test func `every word that a page or a refusal asks for is in the files`() throws {
        let words = try english.get(), used = try WordsUsed()
        #expect(used.asked.count > 200)
        #expect(used.asked.filter { !words.has($0) }.sorted() == [])
    }

    @Test func `no word is in the files that nobody asks for`() throws {
        let data = try Data(contentsOf: Resources.folder.appending(path: "Languages/en.json"))
        let keys = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any]).keys
        let used = try WordsUsed()
        #expect(keys.filter { !used.mentions($0) }.sorted() == [])
    }
}
