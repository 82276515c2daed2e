@testable import Documents
import Testing

@Suite struct IndexCodeTests {
    @Test(arguments: [
        ("AI Index: ASA 21/26/91", "ASA 21/026/1991"), ("Index: EUR 50/001/2015", "EUR 50/001/2015"), ("amr46/5033/2021", "AMR 46/5033/2021"),
        ("https://www.amnesty.org/en/documents/afr56/4152/2021/en/", "AFR 56/4152/2021"), ("EUR4670122023ENGLISH.pdf", "EUR 46/7012/2023"),
        ("AMR 18/485/2019", "AMR 18/0485/2019"), ("ORG 20/001/2002/s", "ORG 20/001/2002"), ("AMR46/23/90/S", "AMR 46/023/1990"),
    ])
    func `every era is read`(_ text: String, _ printed: String) throws {
        #expect(try IndexCode(text).printed == printed)
    }

    @Test func `the language after the year is kept apart from the key`() throws {
        let spanish = try IndexCode("AMR 23/05/00/s")
        #expect(spanish.languageSuffix == "s")
        #expect(try spanish.withoutLanguage == IndexCode("AMR 23/005/2000"))
        #expect(try IndexCode("https://www.amnesty.org/en/documents/afr56/4152/2021/fr/").languageSuffix == "fr")
    }

    @Test func `the table names countries with a trust mark`() throws {
        #expect(try IndexCode("ASA 28/1/2001").countries == [try #require(Country("MY"))])
        #expect(try IndexCode("MDE 15/001/2008").countries.map(\.code) == ["IL", "PS"])
        #expect(try IndexCode("AFR 15/001/2008").place?.trust == .memory)
        #expect(try IndexCode("AFR 01/001/2008").countries.isEmpty)
        #expect(try IndexCode("AFR 99/001/2008").place == nil)
    }

    @Test(arguments: ["", "AMR", "AMR 46", "AMR 46/50", "XYZ 46/5033/2021", "AMR 46/x/2021"])
    func `what is no code is refused`(_ text: String) {
        #expect(throws: IndexCode.Malformed(text: text)) { try IndexCode(text) }
    }
}
