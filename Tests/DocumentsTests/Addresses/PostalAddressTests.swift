import Testing

@testable import Documents

@Suite struct PostalAddressTests {
    private func lines(_ country: Country?, _ lines: [String], from origin: Country? = Country("CH"), in language: Language = "de") -> [String] {
        PostalAddress(country: country, lines: lines).lines(from: origin, in: language)
    }

    @Test func `the country is the last line, in capitals, in Beat's language and not in the official's`() {
        let peru = Country("PE")
        #expect(lines(peru, ["Jr. Lampa 545", "Cercado de Lima, Lima", "Perú"]) == ["Jr. Lampa 545", "Cercado de Lima, Lima", "PERU"])
        #expect(lines(peru, ["Jr. Lampa 545", "Lima"], in: "fr") == ["Jr. Lampa 545", "Lima", "PÉROU"])
        #expect(lines(peru, ["Jirón Carabaya", "Cercado de Lima, Perú"], in: "es") == ["Jirón Carabaya", "Cercado de Lima", "PERÚ"])
    }

    @Test(arguments: ["Iran", "IRAN", "Islamic Republic of Iran", "Irán", "إيران", "ایران", "伊朗"])
    func `a printed country is not written twice, whichever of our languages it is printed in`(_ printed: String) {
        let result = lines(Country("IR"), ["9 Example Street", "Tehran", printed], in: "en")
        #expect(result.filter { $0.uppercased().contains("IRAN") }.count == 1)
        #expect(result.last == "IRAN")
    }

    @Test func `a country that nobody names is told by the printed lines`() {
        #expect(lines(nil, ["Ministry of Justice", "0000 Tunis", "TUNISIA"]) == ["Ministry of Justice", "0000 Tunis", "TUNESIEN"])
        #expect(lines(nil, ["1 Example Road", "Nowhere"]) == ["1 Example Road", "Nowhere"])
    }

    @Test(
        arguments: [
            ("it", "CD", "REPUBBLICA DEMOCRATICA DEL CONGO"), ("nl", "GB", "GROOT-BRITTANNIË"), ("pt", "CG", "REPÚBLICA DO CONGO"),
            ("ru", "KP", "СЕВЕРНАЯ КОРЕЯ"), ("uk", "PS", "ПАЛЕСТИНА"), ("tr", "IR", "İRAN"), ("zh-Hans", "CD", "刚果民主共和国"), ("ar", "CN", "الصين"),
            ("zh-Hans", "CN", "中国"), ("fa", "TN", "تونس"),
        ] as [(Language, String, String)])
    func `the last line has the name that sorters know, in every language of the program`(_ language: Language, _ code: String, _ line: String) {
        #expect(lines(Country(code), ["1 Example Street", "Town"], in: language).last == line)
    }

    @Test func `China is called China, in every language`() {
        for (language, name) in [("en", "China"), ("ru", "Китай"), ("zh-Hans", "中国"), ("fr", "Chine")] {
            #expect(Country("CN")?.name(in: Language(language)) == name)
        }
    }

    @Test func `mail within a country names none`() {
        #expect(lines(Country("CH"), ["Thunstrasse 36", "3005 Bern", "Schweiz"]) == ["Thunstrasse 36", "3005 Bern"])
        #expect(lines(Country("CH"), ["Thunstrasse 36", "3005 Bern"], from: nil).last == "SCHWEIZ")
    }

    @Test func `a town with its country's name stays`() {
        #expect(lines(Country("GT"), ["6a Avenida 1", "Guatemala"]) == ["6a Avenida 1", "Guatemala", "GUATEMALA"])
        #expect(lines(Country("GT"), ["6a Avenida 1", "Guatemala", "Guatemala"]) == ["6a Avenida 1", "Guatemala", "GUATEMALA"])
        #expect(lines(Country("SG"), ["901 Example Road", "000000", "SINGAPORE"]) == ["901 Example Road", "000000", "SINGAPUR"])
        #expect(lines(Country("US"), ["1 Example Street", "Georgia"]).dropLast() == ["1 Example Street", "Georgia"])
    }

    @Test func `the country's name is one that sorters use`() {
        #expect(lines(Country("CD"), ["Kinshasa"]).last == "DEMOKRATISCHE REPUBLIK KONGO")
        #expect(lines(Country("MM"), ["Yangon"], in: "en").last == "MYANMAR")
        #expect(lines(Country("GB"), ["London"]).last == "GROSSBRITANNIEN")
        #expect(lines(Country("HK"), ["Central"], in: "it").last?.contains("(") == false)
    }

    @Test func `Rosa's lines win over parts, and line breaks and blanks in them do no harm`() {
        let printed = PostalAddress(country: Country("PE"), recipient: ["Sra. Rosa Quispe\n", " "], lines: ["  Av.  Ejemplo\t9 ", "Lima\r\nPerú"])
        #expect(printed.lines(from: Country("DE"), in: "de") == ["Sra. Rosa Quispe", "Av. Ejemplo 9", "Lima", "PERU"])
        #expect(PostalAddress(country: nil, lines: []).lines(from: nil, in: "en").isEmpty)
    }
}
