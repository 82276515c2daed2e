@testable import Campaign
import Documents
import Testing

@Suite struct AdviseLetterTests {
    private let advise: AdviseLetter

    init() throws {
        advise = AdviseLetter(words: try AdviceWords())
    }

    private static let body = [
        "I write about Wanjiru Otieno, who is held in Kisumu.",
        "I respectfully ask you to let her see a doctor and to give her the medicine that she needs.", "I would be glad to hear from you.",
    ]

    private func remarks(_ paragraphs: [String], language: Language = "en", greeting: String = "Dear Minister,", body: [String] = body)
        -> [LetterRemark]
    {
        let model = ModelLetter(language: language, greeting: greeting, body: body, closing: nil)
        let letter = Letter(
            language: language, dateLine: "", addressLines: [], subject: "", greeting: greeting, isGreetingPrinted: true, paragraphs: paragraphs,
            closing: "", name: "")
        let output = Made.output(letters: [model])
        return advise(
            letter, isOwn: paragraphs != body, AdviseLetter.Case(model, output, subjects: [Subject(name: "Wanjiru Otieno", pronouns: nil)]))
    }

    @Test func `the model letter, and a letter that keeps its requests, are left alone`() {
        #expect(remarks(Self.body) == [])
        #expect(remarks(["My name is Rosa.", "Please let Wanjiru Otieno see a doctor; give her the medicine that she needs."]) == [])
    }

    @Test func `a request that is gone is quoted`() {
        #expect(remarks(["I write about Wanjiru Otieno, who is held in Kisumu. It is raining here."]) == [.requestLost(Self.body[1])])
    }

    @Test func `a letter that names nobody at risk says so`() {
        #expect(remarks(["Please let her see a doctor and give her the medicine that she needs."]) == [.nameMissing("Wanjiru Otieno")])
    }

    @Test(arguments: [
        ("You idiot!", "en", "idiot"), ("IDIOTAS", "es", "IDIOTAS"), ("Quelle ordure.", "fr", "ordure"), ("Sie Lügner", "de", "Lügner"),
        ("أنت كاذب", "ar", "كاذب"),
    ])
    func `an insult is found in any case`(_ words: String, _ language: String, _ found: String) {
        #expect(remarks([words], language: Language(rawValue: language)).contains(.insult(found)))
    }

    @Test func `a word that only begins like an insult is none`() {
        #expect(!remarks(["The pigeons of Kisumu, a shameless pun."]).contains { if case .insult = $0 { true } else { false } })
    }

    @Test func `asking for release where the case asks for a doctor is told`() {
        let own = Self.body + ["I urge you to release Wanjiru Otieno at once."]
        #expect(remarks(own) == [.otherTopic("release")])
    }

    @Test func `telling of a release asks for none`() {
        #expect(remarks(Self.body + ["Others were released in May."]) == [])
    }

    @Test func `no greeting, more than a page and a field left open are seen in any letter`() {
        let long = Self.body + Array(repeating: String(repeating: "word ", count: 40), count: 20)
        #expect(remarks(long, greeting: "", body: long) == [.greetingMissing, .overOnePage])
        #expect(remarks(Self.body + ["I live in [COUNTRY]."]) == [.fieldLeft("COUNTRY")])
        #expect(remarks(Self.body + ["[sic] and [1] are no fields."]) == [])
    }

    @Test(arguments: ["sw", "zh"])
    func `a language without lists gets no guesses`(_ language: String) {
        #expect(remarks(["Habari."], language: Language(rawValue: language)) == [.nameMissing("Wanjiru Otieno")])
    }

    @Test func `every language has words for every topic`() throws {
        let words = try AdviceWords()
        #expect(words.allTopics == ["release", "charges", "care", "investigation", "sanctions"])
    }
}
