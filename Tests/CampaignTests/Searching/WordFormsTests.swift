import Documents
import Testing

@testable import Campaign

@Suite struct WordFormsTests {
    @Test(
        arguments: [
            ("en", "prisoners", "prisoner"), ("en", "Tortured", "torture"), ("es", "detenciones", "detención"), ("es", "PRESA", "presos"),
            ("fr", "torturés", "torturer"), ("fr", "libérées", "liberer"), ("de", "Häftlinge", "Häftlingen"), ("pt", "prisioneiros", "prisioneiro"),
            ("ar", "الصحفيين", "صحفي"), ("ru", "журналистов", "журналист"), ("xx", "ABC", "abc"), ("hy", "բառ", "ԲԱՌ"),
        ])
    func `two forms of a word meet`(_ language: String, _ one: String, _ other: String) {
        var forms = WordForms(Language(language))
        let first = Set(forms.forms(of: Substring(one))), second = Set(forms.forms(of: Substring(other)))
        #expect(!first.isDisjoint(with: second), "\(first) \(second)")
    }

    @Test func `words are letters and digits, and Chinese goes by two signs`() {
        #expect(SoughtWords("O’Neill’s letter (UA 119/21), émigré!").map(String.init) == ["O", "Neill", "s", "letter", "UA", "119", "21", "émigré"])
        #expect(SoughtWords("释放记者 now").map(String.init) == ["释放", "放记", "记者", "now"])
        #expect(SoughtWords("记").map(String.init) == ["记"])
        #expect(SoughtWords("\0 😀 \" * : ^").map(String.init) == [])
    }

    @Test(arguments: Stemmer.leavesBeginnings.sorted())
    func `endings alone are taken from a word of a language that is said to take nothing else`(_ code: String) throws {
        let language = Language(code), texts = try Catalogue.shipped()[language].plainTexts.values
        var forms = WordForms(language), seen = 0
        for word in texts.flatMap({ Array(SoughtWords($0)) }) {
            guard let first = word.utf8.first, first < 0x80 else { continue }
            for form in forms.forms(of: word) {
                seen += 1
                #expect(form.utf8.first == first | 0x20, "\(word): \(form)")
            }
        }
        #expect(seen > 1_000)
    }

    @Test func `nothing that a query language knows is left of a word`() {
        var forms = WordForms("en")
        for word in SoughtWords("a'b\"c:d*e&f|g!h(i)j^k-l\\m ½ ⅷ ﬁ ß İ") {
            #expect(
                forms.forms(of: word).allSatisfy { $0.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil } })
        }
    }
}
