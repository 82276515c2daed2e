import Campaign
import Documents
import Testing

@Suite struct LanguageChoiceTests {
    @Test(arguments: [
        (nil, "de"), ("", "de"), ("*", "de"), ("ja", "de"), ("en", "en"), ("EN-gb", "en"), ("fr-CH, fr;q=0.9, en;q=0.8", "fr"),
        ("en;q=0.5, fr;q=0.8", "fr"), ("ja, en;q=0.1", "en"), ("fr;q=0, en;q=0.2", "en"), ("es-419;q=0.9,en;q=0.3", "en"), ("pt", "de"),
        ("pt-BR", "pt-BR"), ("fr ; q=0.7 , en ; q=0.9", "en"), ("en;q=nonsense", "en"), (";;;,,,=q", "de"),
    ])
    func `a reader gets the best of what her browser asks for`(_ header: String?, _ chosen: String) {
        #expect(LanguageChoice.language(for: header, among: ["de", "fr", "en", "pt-BR"]).rawValue == chosen)
    }

    @Test func `a header of a megabyte is answered all the same`() {
        let header = String(repeating: "xx-YY;q=0.1,", count: 90_000) + "fr"
        #expect(LanguageChoice.language(for: header, among: ["en", "fr"]) == "en")
    }

    @Test func `where nothing is offered it is English`() {
        #expect(LanguageChoice.language(for: "fr", among: []) == "en")
    }
}
