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

    @Test(arguments: [
        ("zh", "zh-Hans"), ("zh-CN", "zh-Hans"), ("zh-SG,en;q=0.5", "zh-Hans"), ("zh-Hans", "zh-Hans"), ("ZH-hans-cn", "zh-Hans"),
        ("zh-TW", "en"), ("zh-Hant-HK", "en"), ("zh-TW, zh;q=0.9", "zh-Hans"), ("pt-BR", "pt"), ("pt-PT", "pt"), ("fa-IR", "fa"),
        ("ar-EG", "ar"), ("uk", "uk"), ("ru-UA", "ru"), ("nl-BE", "nl"),
    ])
    func `a reader whose browser names a region or a script gets the language of both`(_ header: String, _ chosen: String) {
        let offered: [Language] = ["en", "es", "fr", "de", "it", "pt", "nl", "ar", "fa", "tr", "ru", "uk", "zh-Hans"]
        #expect(LanguageChoice.language(for: header, among: offered).rawValue == chosen)
    }

    @Test func `a header of a megabyte is answered all the same`() {
        let header = String(repeating: "xx-YY;q=0.1,", count: 90_000) + "fr"
        #expect(LanguageChoice.language(for: header, among: ["en", "fr"]) == "en")
    }

    @Test func `where nothing is offered it is English`() {
        #expect(LanguageChoice.language(for: "fr", among: []) == "en")
    }
}
