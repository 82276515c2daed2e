import Testing

@testable import Documents

@Suite struct LayoutTests {
    @Test func `glued fields of a telegram are parted`() throws {
        let draft = try Fixture.draft("glued.txt")
        #expect(draft.language == "es" && draft.country?.code == "NI")
        #expect(draft.caseReference?.slug == "21-94" && draft.indexCode == "AMR 43/04/94/s")
        #expect(draft.issueDate == Day("1994-03-30") && draft.title == "Temor por la seguridad")
        #expect(draft.subjectNames == ["Teodora Gámez"])
        #expect(draft.preferredLanguages == ["es"] && draft.ownLanguageOK == true && draft.demands.count == 2)
    }

    @Test func `a header in one sentence is parted from the lead`() throws {
        let draft = try Fixture.draft("one-paragraph.txt")
        #expect(draft.title == "Tchad. Une sage-femme menacée" && draft.country?.code == "TD" && draft.kind == .update)
        #expect(draft.issueDate == Day("2013-03-01") && draft.expiryDate == Day("2013-04-12"))
        #expect(draft.summary?.hasPrefix("La sage-femme a reçu") == true)
        #expect(draft.preferredLanguages == ["fr"] && draft.ownLanguageOK == true)
    }

    @Test func `the date of a blog and of the previous output are not the date of issue`() throws {
        let draft = try Fixture.draft("mail.txt")
        #expect(draft.issueDate == Day("2010-03-01") && draft.kind == .update && draft.title == "Legal concern")
        #expect(draft.previousReference == "UA 33/10 (4 February 2010)")
        #expect(draft.subjectNames == ["Kofi Mensah"] && draft.country?.code == "GH")
        #expect(draft.background?.hasPrefix("The bakery stands") == true)
    }

    @Test func `a letter without document gives its addressee and its subject`() throws {
        let draft = try Fixture.draft("letter-only.txt")
        #expect(draft.kind == nil && draft.title == nil && draft.country?.code == "US")
        #expect(draft.subjectNames == ["Edgar Allan Quill"])
        #expect(draft.targets.first?.name == "Ragnhild Moe" && draft.targets.first?.role == "Governor of Utah")
        #expect(draft.targets.first?.addressLines.first == "12 Temple Street")
        #expect(draft.letters.first?.language == "de" && draft.letters.first?.closing == "Mit freundlichen Grüßen")
    }

    @Test func `addressees in running text are parted`() throws {
        let draft = try Fixture.draft("running.txt")
        #expect(draft.targets.map(\.name) == ["Said Harun", "Laila Nur"])
        #expect(draft.targets.map(\.role) == ["Minister of Justice", "Minister of Health"])
        #expect(draft.targets.map(\.salutation) == ["Your Excellency", "Your Excellency"])
        #expect(draft.targets.first?.addressLines == ["Ministry of Justice", "Palm Street", "Muscat"])
    }
}
