@testable import Campaign
import Documents
import Testing

/// What writers make of a model letter: their name in its fields, their initials, a greeting of their own.
@Suite struct OwnLetterTests {
    private let compose: ComposeLetter

    init() throws {
        compose = ComposeLetter(salutations: try Salutations())
    }

    private let amina = Addressee(role: .target, name: "Amina Njoroge", office: "Attorney General", salutation: nil, contacts: [])

    private func letter(
        _ body: [String], closing: String = "Sincerely,\n[YOUR NAME]", words: String? = nil, name: String = "Rosa Quispe", initials: Bool = false
    ) -> Letter {
        compose(
            ModelLetter(language: "en", greeting: "Dear Ms Njoroge,", body: body, closing: closing), to: amina, about: "UA 77/21", words: words,
            .init(name: name, place: "Lima", date: "30 November 2021", hasInitials: initials))
    }

    @Test func `fields of the model are filled, and its line for the name makes room for one name only`() {
        let letter = letter(["I am [YOUR NAME] from {place}."])
        #expect(letter.mailBody == "Dear Ms Njoroge,\n\nI am Rosa Quispe from Lima.\n\nSincerely,\nRosa Quispe")
    }

    @Test func `initials stand wherever the name would`() {
        #expect(letter(["I am [YOUR NAME]."], initials: true).mailBody == "Dear Ms Njoroge,\n\nI am R. Q..\n\nSincerely,\nR. Q.")
    }

    @Test(arguments: [
        ("Rosa María Quispe", "R. M. Q."), ("Jean-Luc Petit", "J.-L. P."), ("  o'brien ", "O."), ("سلمى الحداد", "س. ا."), ("", ""), ("123 !", ""),
    ])
    func `a name is cut to its first letters`(_ name: String, _ initials: String) {
        #expect(Initials(of: name).text == initials)
    }

    @Test func `a greeting of one's own is not greeted twice`() {
        let own = letter(["x"], words: "Your Excellency,\n\nI write to you.")
        #expect(own.greeting == "Your Excellency,")
        #expect(own.paragraphs == ["I write to you."])
        #expect(letter(["x"], words: "I write to you.\n\nPlease answer.").greeting == "Dear Ms Njoroge,")
    }

    @Test func `one letter to several greets each once`() {
        let one = letter(["x"]), other = one.saying(["x"])
        #expect(Letter.toAll([one, other])?.greeting == "Dear Ms Njoroge,")
        #expect(Letter.toAll([]) == nil)
    }

    @Test func `a shorter letter keeps who it is about and what is asked`() throws {
        let body = [
            "I write about Wanjiru Otieno. She is held.", String(repeating: "Much more is known. ", count: 40), "I ask you to release her. I wait.",
            "Thank you.",
        ]
        let short = ShortLetter(letter(body), asking: try AdviceWords())
        #expect(
            short.candidates.map(\.paragraphs) == [
                [body[0], body[2]], ["I write about Wanjiru Otieno.", "I ask you to release her."], ["I ask you to release her."],
            ])
        #expect(short.fitting { $0.mailBody.count < 110 }?.paragraphs.count == 2)
        #expect(short.fitting { _ in false } == nil)
        #expect(ShortLetter(letter(["No request."]), asking: try AdviceWords()).candidates.isEmpty)
    }
}
