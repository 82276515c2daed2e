import Documents
import Testing

@Suite struct PackTests {
    private func letter(to name: String, in language: Language, greeting: String) -> Letter {
        Letter(
            language: language, dateLine: "______", addressLines: [name, "State Law Office", "Nairobi", "KENYA"], subject: "UA 77/21",
            greeting: greeting, isGreetingPrinted: true, paragraphs: ["Please release her."], closing: "Yours sincerely,", name: "______")
    }

    private func pack(copies: Int = 3, envelope: EnvelopeSize? = .c5, group: String = "Basel") -> Pack {
        let amina = letter(to: "Amina Hassan", in: "en", greeting: "Dear Attorney General,")
        let clerk = letter(to: "Juma Odhiambo", in: "sw", greeting: "Mheshimiwa,")
        let report = Pack.Report(address: "https://us.example.org/en/actions/77-21/report", words: "To scan", code: nil)
        let one = Pack.Case(
            reference: "UA 77/21", headline: "Journalist held", notes: ["Write until 3 January 2022"],
            sheet: CaseSheet(language: "en", blocks: [.title("Journalist held"), .list(["Release her."])]),
            letters: [
                Pack.Addressed(letter: amina, line: "3 letters to Amina Hassan", postage: "Postage $1.70."),
                Pack.Addressed(letter: clerk, line: "3 letters to Juma Odhiambo", postage: nil),
            ], copies: copies, report: report)
        var words = Pack.Words()
        words.title = "Letters for an evening"
        words.subtitle = group
        words.signIn = "Who wrote"
        return Pack(
            language: "en", window: .usTen, paper: .letter, envelope: envelope, cases: [one],
            report: Pack.Report(address: "https://us.example.org/en/groups/K7QM3XV0", words: "To scan", code: "K7QM-3XV0"), words: words)
    }

    private func count(_ piece: String, in html: String) -> Int { html.split(separator: piece, omittingEmptySubsequences: false).count - 1 }

    @Test func `each addressee has a letter with the own greeting and an envelope, named by how often they are printed`() {
        let html = pack().html.text
        #expect(pack().letterCount == 6)
        #expect(count("<article", in: html) == 2)
        #expect(count("Dear Attorney General,", in: html) == 1)
        #expect(count("Mheshimiwa,", in: html) == 1)
        #expect(count("lang=\"sw\"", in: html) == 1)
        #expect(count("<section class=\"envelope\"", in: html) == 2)
        #expect(count("<section class=\"envelope\"", in: pack(envelope: nil).html.text) == 0)
    }

    @Test func `the contents lead to pages that are there`() {
        let html = pack().html.text
        let links = html.matches(of: /href="#([^"]+)"/).map { String($0.1) }, names = html.matches(of: /\ id="([^"]+)"/).map { String($0.1) }
        #expect(links.sorted() == ["case-0", "envelopes-0-0-x3", "letters-0-0-x3", "letters-0-1-x3", "sign-in"])
        #expect(names.sorted() == (links + ["envelopes-0-1-x3"]).sorted())
    }

    @Test func `nothing is fetched, and no words become markup`() {
        let html = pack(group: "<script>alert(1)</script> & \"Basel\"").html.text
        #expect(!html.contains("<script"))
        #expect(html.contains("&lt;script&gt;"))
        for word in ["src=", "url(", "@import", "<link"] { #expect(!html.contains(word)) }
    }
}
