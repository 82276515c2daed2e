import Testing

@testable import Campaign

@Suite struct SpelledNameTests {
    @Test(
        arguments: [
            ("Muhammad", "Mohamed"), ("Muhammad", "محمد"), ("Qaddafi", "Kadhafi"), ("Wanjiru", "Wanjrui"), ("Bialiatski", "Bialatsky"),
            ("Nuñez", "Nunes"), ("Yusuf", "Youssef"), ("Aleksandr", "Александр"), ("Marković", "Markovitch"),
        ])
    func `one may mean the other`(_ one: String, _ other: String) throws {
        let first = try #require(SpelledName(Substring(one))), second = try #require(SpelledName(Substring(other)))
        #expect(first.mayMean(second) && second.mayMean(first), "\(first.sound) \(second.sound)")
    }

    @Test(arguments: [("Rosa", "Otieno"), ("Ali", "Eli"), ("Wanjiru", "Wanderer"), ("Rai", "Rao"), ("Amina", "Omondi")])
    func `these are two names`(_ one: String, _ other: String) throws {
        let first = try #require(SpelledName(Substring(one))), second = try #require(SpelledName(Substring(other)))
        #expect(!first.mayMean(second), "\(first.sound) \(second.sound)")
    }

    @Test func `a letter alone and a number are no names`() {
        #expect(SpelledName("X") == nil && SpelledName("119") == nil)
        #expect(SpelledName("Rai")?.trigrams == [" ra", "rai", "ai "])
    }
}
