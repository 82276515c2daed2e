import Documents
import Testing

@testable import Campaign

@Suite struct GroupCodeTests {
    @Test(arguments: ["K7QM3XV0", "k7qm-3xv0", " K7QM 3XV0 ", "K7QM–3XVO", "k7qm3xvo", "K.7.Q.M-3XV0"])
    func `a code is read however a secretary types it`(_ typed: String) {
        #expect(GroupCode(typed)?.text == "K7QM3XV0")
    }

    @Test func `signs that look alike are read as one`() {
        #expect(GroupCode("OIL0 11UV")?.text == "011011VV")
    }

    @Test(arguments: ["", "K7QM3XV", "K7QM3XV00", "K7QM3XV!", "K7QM3XVÄ", "<script>", "K7QM3XV\u{0}", "١٢٣٤٥٦٧٨"])
    func `other texts are no code`(_ typed: String) {
        #expect(GroupCode(typed) == nil)
    }

    @Test func `codes of different tokens differ, and use signs that are hard to misread`() {
        let codes = Set((0..<2_000).map { GroupCode(token: "token-\($0)").text })
        #expect(codes.count == 2_000)
        let signs = Set(codes.joined())
        #expect(signs.count == 32)
        #expect(signs.isDisjoint(with: "ILOU"))
        #expect(codes.allSatisfy { GroupCode($0)?.text == $0 })
    }
}
