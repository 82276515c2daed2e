import Testing

@testable import Documents

@Suite struct WordTests {
    @Test func `words are folded alike whether they are ASCII or not`() {
        let words = Word.words(of: Array("ÉMEUTE Straße PERU Perú O’Neil 31st ٣٤ łaska".utf8))
        #expect(words.map(\.folded) == ["emeute", "strasse", "peru", "peru", "o", "neil", "31", "st", "34", "laska"])
        #expect(words.map(\.shape) == [.capitals, .capitalised, .capitals, .capitalised, .capitals, .capitalised, .number, .small, .number, .small])
        #expect(words[2].mark == words[3].mark)
    }

    @Test func `a phrase is found by its first word and no other`() {
        var phrases = PhraseSet()
        phrases.insert("Grüße an", value: "1")
        let words = Word.words(of: Array("Viele GRÜSSE AN alle".utf8))
        #expect(words.indices.map { phrases.hit(in: words, at: $0)?.value } == [nil, "1", nil, nil])
    }
}
