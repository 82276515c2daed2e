import Documents
import Testing

@testable import Campaign

@Suite struct SafeguardTests {
    private let safeguard = Safeguard(["Wanjiru Otieno", "UA 77/21", "Li"])

    @Test func `names, references and addresses are told apart from the words around them`() {
        let runs = safeguard.runs("Write for Wanjiru Otieno (UA 77/21) to amina@example.org, see https://example.org/a. Life @Amina_KE")
        #expect(
            runs.compactMap { if case .kept(let text) = $0 { text } else { nil } }
                == ["Wanjiru Otieno", "UA 77/21", "amina@example.org", "https://example.org/a", "@Amina_KE"])
        #expect(runs.text == "Write for Wanjiru Otieno (UA 77/21) to amina@example.org, see https://example.org/a. Life @Amina_KE")
    }

    @Test(
        arguments: [
            ("Wanjiru Otieno is held.", "Sie ist in Haft.", [Safeguard.Warning.missing("Wanjiru Otieno")]),
            ("On 3 January 2022, 4,200 letters.", "Am 3. Januar 2022 4.200 Briefe.", []),
            ("4,200 letters", "4 200 lettres", []), ("4,200 letters", "4\u{202F}200 lettres", []),
            ("On 3 January", "Am 13. Januar", [.missingNumber("3"), .otherNumber("13")]),
            ("At 10:30", "Um 10.30 Uhr", []), ("In 2021, 200 people", "2021 waren es 200", []), ("12 people", "١٢ شخصا", []),
            ("UA 77/21 of 2021", "UA 77/21 von 2021", []), ("Anything 5", "", []),
        ] as [(String, String, [Safeguard.Warning])])
    func `what is missing or other is named, however numbers are grouped`(source: String, target: String, warnings: [Safeguard.Warning]) {
        #expect(safeguard.warnings(source, target) == warnings)
    }

    @Test func `a change is told word by word`() {
        #expect(
            WordChanges(from: "held since 14 November in Kisumu", to: "held since 15 November").parts
                == [.same("held since"), .gone("14"), .new("15"), .same("November"), .gone("in Kisumu")])
    }
}
