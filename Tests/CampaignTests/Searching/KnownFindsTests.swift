import Testing

@testable import Campaign

@Suite struct KnownFindsTests {
    private func words(_ word: String, isInHead: Bool = false) -> KnownFinds.Words { .init(forms: [[word]], isInHead: isInHead) }

    @Test func `what was found is known at its version alone, and by its own words`() {
        var finds = KnownFinds()
        finds.keep("1 2", of: words("held"), at: 3)
        #expect(finds.find(words("held"), at: 3) == "1 2")
        #expect(finds.find(words("held"), at: 2) == nil && finds.find(words("held"), at: 4) == nil)
        #expect(finds.find(words("held", isInHead: true), at: 3) == nil && finds.find(words("court"), at: 3) == nil)
    }

    @Test func `a newer version puts everything out, an older one puts nothing in`() {
        var finds = KnownFinds()
        finds.keep("1", of: words("held"), at: 3)
        finds.keep("2", of: words("court"), at: 2)
        #expect(finds.find(words("court"), at: 2) == nil && finds.find(words("held"), at: 3) == "1")
        finds.keep("3", of: words("court"), at: 4)
        #expect(finds.find(words("held"), at: 3) == nil && finds.find(words("held"), at: 4) == nil && finds.find(words("court"), at: 4) == "3")
        #expect(finds.bytes == 1)
    }

    @Test func `there are never more bytes than agreed, and the first found goes first`() {
        var finds = KnownFinds()
        let many = String(repeating: "7", count: KnownFinds.mostBytes / 8)
        for number in 0..<20 { finds.keep(many, of: words("w\(number)"), at: 1) }
        #expect(finds.bytes == KnownFinds.mostBytes)
        #expect(finds.find(words("w11"), at: 1) == nil && finds.find(words("w12"), at: 1) != nil && finds.find(words("w19"), at: 1) != nil)
        finds.keep(many + "7", of: words("w20"), at: 1)
        #expect(finds.find(words("w20"), at: 1) == nil)
    }
}
