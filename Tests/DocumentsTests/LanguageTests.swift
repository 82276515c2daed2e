@testable import Documents
import Testing

@Suite struct LanguageTests {
    @Test func `a language knows its direction`() {
        #expect(Language("ar").isRightToLeft && Language("fa-IR").isRightToLeft && Language("az-Arab").isRightToLeft)
        #expect(!Language("es-PE").isRightToLeft && !Language("ar-Latn").isRightToLeft)
        #expect(Language("pt-BR").primary == "pt")
    }

    @Test func `a country has a name in each language`() throws {
        let country = try #require(Country("de"))
        #expect(country.code == "DE")
        #expect(country.name(in: "es") == "Alemania")
        #expect(Country("D") == nil && Country("ä1") == nil)
    }
}
