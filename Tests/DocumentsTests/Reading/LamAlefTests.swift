import Testing

@testable import Documents

@Suite struct LamAlefTests {
    @Test(arguments: [("اإلفراج", "الإفراج"), ("واألمن", "والأمن"), ("اآلن", "الآن"), ("ال", "لا"), ("خالل", "خلال")])
    func `a ligature that came the wrong way round is turned back`(_ extracted: String, _ written: String) {
        #expect(LamAlef.repaired(extracted) == written)
    }

    @Test(arguments: ["مسألة", "إلغاء", "سأل", "القاهرة", "ثالث", "Lima", ""])
    func `a word that can be right stays`(_ word: String) {
        #expect(LamAlef.repaired(word) == word)
    }
}
