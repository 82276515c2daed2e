import Documents
import Testing

@Suite struct LetterTests {
    private func letter(date: String = "Kiel, 30 November 2021", greeting: String = "Dear Ms Njoroge,", name: String = "Rosa") -> Letter {
        Letter(
            language: "en", dateLine: date, addressLines: ["Amina Njoroge", "Nairobi"], subject: "UA 77/21", greeting: greeting,
            isGreetingPrinted: true, paragraphs: ["First.", "Second."], closing: "Sincerely,", name: name
        )
    }

    @Test func `on paper it has its address, its date and its subject`() {
        #expect(
            letter().plainText
                == "Amina Njoroge\nNairobi\n\nKiel, 30 November 2021\n\nUA 77/21\n\nDear Ms Njoroge,\n\nFirst.\n\nSecond.\n\nSincerely,\nRosa\n"
        )
    }

    @Test func `by e-mail it has neither, and what is empty leaves no gap`() {
        #expect(letter().mailBody == "Dear Ms Njoroge,\n\nFirst.\n\nSecond.\n\nSincerely,\nRosa")
        #expect(letter(greeting: "", name: "").mailBody == "First.\n\nSecond.\n\nSincerely,")
        #expect(letter(date: "").plainText.hasPrefix("Amina Njoroge\nNairobi\n\nUA 77/21"))
    }
}
