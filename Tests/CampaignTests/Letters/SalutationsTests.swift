@testable import Campaign
import Documents
import Foundation
import Testing

@Suite struct SalutationsTests {
    @Test(arguments: ["en", "es", "fr", "de", "pt", "ar"])
    func `letters in six languages have a neutral greeting and closing`(_ language: String) throws {
        let form = try #require(try Salutations()[Language(language)])
        #expect(!form.greeting.isEmpty)
        #expect(!form.closing.isEmpty)
    }

    @Test func `a regional language has the form of its own, and an unknown one has none`() throws {
        let salutations = try Salutations()
        #expect(salutations["pt-BR"] == salutations["pt"])
        #expect(salutations["xx"] == nil)
    }

    @Test func `a subject is never empty, and says the number first`() {
        let action = Made.action(Made.output())
        #expect(action.letterSubject(of: Made.output(), in: "en", style: .slash) == "UA 5/21")
        #expect(action.letterSubject(of: Made.output(), in: "en", style: .padded) == "UA 005/21")
    }
}
