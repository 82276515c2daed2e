import Testing

@testable import Documents

@Suite struct ColumnsAndGlueTests {
    private func lines(_ text: String) -> [TextLine] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { TextLine(String($1), number: $0 + 1) }
    }

    @Test func `two columns with a gap are read one after the other`() {
        let parted = ParallelColumns(
            lines("Minister of Ports        Ambassador Ana Lind\nJon Berg                 Embassy of Fiji\nQuay Street 1            Park Road 2")
        ).lines.map(\.text)
        #expect(
            parted == ["Minister of Ports", "Jon Berg", "Quay Street 1", "", "Ambassador Ana Lind", "Embassy of Fiji", "Park Road 2"])
    }

    @Test func `one wide gap makes no columns`() {
        let whole = lines("Minister of Ports        Jon Berg\nQuay Street 1\nSuva")
        #expect(ParallelColumns(whole).lines.map(\.text) == whole.map(\.text))
    }

    @Test(arguments: [
        ("President of the Republic of ChinaLIN Guowei", "President of the Republic of China LIN Guowei"),
        ("ChinaDate: 3 May 2011", "China Date: 3 May 2011"),
        ("@IranWatch and info@PeruRights.org", "@IranWatch and info@PeruRights.org"), ("MacDonald in Chile", "MacDonald in Chile"),
    ])
    func `a word glued to a country is parted, a handle or an address is not`(_ text: String, _ wanted: String) {
        #expect(Ungluing.unglued(TextLine(text, number: 1)).text == wanted)
    }

    @Test func `text with an empty line below every line reads as text without`() throws {
        let text = "Jon Berg\nGovernor\nQuay Street 1\nSuva\nFiji\n\nAna Lind\n\nDear Governor,\n\nI write to you about Ana Lind.\n\nYours sincerely,"
        let spaced = text.replacing("\n", with: "\n\n")
        #expect(try PlainTextReader.lines(of: spaced).map(\.text) == PlainTextReader.lines(of: text).map(\.text))
    }

    @Test func `a dash of any length stays inside a number`() {
        #expect(ContactValues.numbers(in: TextLine("030 – 83 22 91 33", number: 1)) == ["030 – 83 22 91 33"])
    }

    @Test func `China is a country in every language`() {
        for name in ["CHINA", "CHINE", "CINA", "China", "الصين"] {
            #expect(CountryNames.shared.hit(in: TextLine(name, number: 1).words, at: 0)?.country.code == "CN")
        }
    }
}
