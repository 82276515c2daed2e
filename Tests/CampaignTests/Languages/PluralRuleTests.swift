@testable import Campaign
import Documents
import Testing

/// The whole numbers that CLDR gives as samples (common/supplemental/plurals.xml, the `@integer` lists).
@Suite struct PluralRuleTests {
    private static let samples: [(languages: [Language], category: String, samples: String)] = [
        (["en", "de", "nl"], "one", "1"), (["en", "de", "nl"], "other", "0, 2~16, 100, 1000, 10000, 100000, 1000000"),
        (["tr"], "one", "1"), (["tr"], "other", "0, 2~16, 100, 1000, 10000, 100000, 1000000"),
        (["fa"], "one", "0, 1"), (["fa"], "other", "2~17, 100, 1000, 10000, 100000, 1000000"),
        (["es", "it"], "one", "1"), (["es", "it"], "many", "1000000, 2000000, 3000000, 4000000, 5000000, 6000000"),
        (["es", "it"], "other", "0, 2~16, 100, 1000, 10000, 100000, 3000, 6000"),
        (["fr", "pt", "pt-BR"], "one", "0, 1"), (["fr", "pt"], "many", "1000000, 2000000, 3000000, 4000000, 5000000, 6000000"),
        (["fr", "pt"], "other", "2~17, 100, 1000, 10000, 100000, 3000, 6000"),
        (["ru", "uk"], "one", "1, 21, 31, 41, 51, 61, 71, 81, 101, 1001"),
        (["ru", "uk"], "few", "2~4, 22~24, 32~34, 42~44, 52~54, 62, 102, 1002"),
        (["ru", "uk"], "many", "0, 5~19, 100, 1000, 10000, 100000, 1000000"),
        (["ar"], "zero", "0"), (["ar"], "one", "1"), (["ar"], "two", "2"), (["ar"], "few", "3~10, 103~110, 1003"),
        (["ar"], "many", "11~26, 111, 1011"),
        (["ar"], "other", "100~102, 200~202, 300~302, 400~402, 500~502, 600, 1000, 10000, 100000, 1000000"),
        (["zh-Hans"], "other", "0~15, 100, 1000, 10000, 100000, 1000000"),
    ]

    @Test(arguments: samples.flatMap { row in row.languages.map { ($0, row.category, row.samples) } })
    func `each number has the category that CLDR gives it`(_ language: Language, _ category: String, _ samples: String) {
        let numbers = Self.numbers(samples)
        #expect(!numbers.isEmpty)
        for number in numbers { #expect(PluralRule.category(of: number, in: language) == category, "\(number) in \(language)") }
    }

    @Test(arguments: ["en", "es", "fr", "de", "it", "pt", "nl", "ar", "fa", "tr", "ru", "uk", "zh-Hans"] as [Language])
    func `a language is asked for exactly the forms that some number has, and for the general one`(_ language: Language) {
        let met = Set(((0...200).map { $0 } + [1_000_000]).map { PluralRule.category(of: $0, in: language) })
        #expect(Set(PluralRule.categories(in: language)) == met.union(["other"]))
    }

    @Test func `a number below nothing counts as the one above it`() {
        #expect(PluralRule.category(of: -1, in: "en") == "one")
        #expect(PluralRule.category(of: -2, in: "ar") == "two")
        #expect(PluralRule.category(of: .min, in: "ru") == PluralRule.category(of: 8, in: "ru"))
    }

    /// "0, 2~4" is 0, 2, 3, 4.
    private static func numbers(_ samples: String) -> [Int] {
        samples.split(separator: ", ").flatMap { part -> [Int] in
            let ends = part.split(separator: "~").compactMap { Int($0) }
            return ends.count == 2 ? Array(ends[0]...ends[1]) : ends
        }
    }
}
