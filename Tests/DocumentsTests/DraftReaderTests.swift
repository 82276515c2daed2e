import Testing

@testable import Documents

@Suite struct DraftReaderTests {
    @Test func `a page with contacts on one line comes out whole`() throws {
        let draft = try Fixture.draft("web-page.txt")
        #expect(draft.title == "BEEKEEPER HELD FOR SONG")
        #expect(draft.caseReference?.slug == "12-19")
        #expect(draft.kind == .update && draft.outputOrdinal == 3)
        #expect(draft.country?.code == "IS")
        #expect(draft.issueDate == Day("2019-04-02") && draft.expiryDate == Day("2019-05-14"))
        #expect(draft.subjectNames == ["Jón Árni Beekman"])
        #expect(draft.call == "Call on the Icelandic government to release him without delay.")
        #expect(draft.instructions.count == 3)
        let letter = try #require(draft.letters.first)
        #expect(letter.salutation == "Dear Minister Holm," && letter.closing == "Respectfully," && letter.language == "en")
        #expect(letter.body.hasSuffix("give back his songs."))
    }

    @Test func `each contact keeps its own values`() throws {
        let draft = try Fixture.draft("web-page.txt")
        let (minister, ambassador) = (try #require(draft.targets.first), try #require(draft.targets.last))
        #expect(draft.targets.count == 2)
        #expect(minister.name == "Gunnar Holm" && minister.role == "Minister of Justice" && minister.salutation == "Dear Minister Holm")
        #expect(minister.emailsObfuscated == 1 && minister.facebook == ["@ministry.of.justice"])
        #expect(ambassador.name == "Sigrid Lund" && ambassador.role == "Ambassador" && ambassador.salutation == "Dear Ambassador")
        #expect(ambassador.addressLines == ["Embassy of Iceland", "2900 K Street NW, Washington DC 20007"])
        #expect(ambassador.phones == ["202 555 0100"] && ambassador.faxes == ["202 555 0101"])
        #expect(ambassador.emails == ["post@embassy.example"] && ambassador.emailsObfuscated == 1)
        #expect(ambassador.twitter == ["@IcelandTest", "@SigridLund"] && ambassador.contactForms == ["https://embassy.example/form"])
    }

    @Test func `a section's page with two letters comes out whole`() throws {
        let draft = try Fixture.draft("section-page.txt")
        #expect(draft.language == "en" && draft.title == "Ferryman without trial" && draft.reference == "UA 077/18")
        #expect(draft.indexCode == "ASA 13/0099/2018" && draft.country?.code == "BD" && draft.kind == .first)
        #expect(draft.issueDate == Day("2018-05-04") && draft.expiryDate == Day("2018-06-15"))
        #expect(draft.preferredLanguages == ["bn"] && draft.ownLanguageOK == true)
        #expect(draft.letters.map(\.language) == ["en", "fr"])
        #expect(draft.letters.last?.closing?.hasPrefix("Veuillez agréer") == true)
        #expect(draft.targets.map(\.kind) == [.target, .copy])
        #expect(draft.targets.last?.name == "Botschaft von Bangladesch" && draft.targets.last?.faxes == ["031 555 01 02"])
        #expect(draft.background?.hasPrefix("The river") == true && draft.background?.hasSuffix("were burnt.") == true)
        #expect(draft.postalNote?.contains("by ship") == true)
        #expect(draft.socialPosts == ["#Ferry: let Rafiq row! @law_example must act"])
        #expect(draft.actionCount == 1204)
        #expect(draft.downloads.map(\.language) == ["en", "fr"])
    }

    @Test func `a labelled document with page numbers comes out whole`() throws {
        let draft = try Fixture.draft("labelled.txt")
        #expect(draft.title == "Malta: Lighthouse keepers threatened" && draft.country?.code == "MT")
        #expect(draft.caseReference?.slug == "31-16" && draft.outputOrdinal == 2 && draft.kind == .update)
        #expect(draft.issueDate == Day("2017-03-09") && draft.expiryDate == Day("2017-04-20"))
        #expect(draft.subjectNames == ["Rosa Vella", "Anton Borg"])
        #expect(draft.targets.count == 1)
        #expect(draft.targets.first?.name == "Karm Zammit" && draft.targets.first?.role == "Minister of Home Affairs")
        #expect(draft.targets.first?.emails == ["one@example.org", "two@example.org"])
        #expect(draft.previousReference == "https://www.amnesty.org/en/documents/eur33/4444/2016/en/")
        #expect(draft.background?.hasPrefix("The lighthouse was") == true)
    }

    @Test func `an outcome keeps the day of its event apart from the day of issue`() throws {
        let draft = try Fixture.draft("outcome.md")
        #expect(draft.kind == .outcome && draft.outputOrdinal == 3 && draft.isFinal == true)
        #expect(draft.issueDate == nil && draft.endedDate == nil && draft.eventDate == Day("2020-02-03"))
        #expect(draft.title == "CHOIR RELEASED" && draft.outcome == .released)
        #expect(draft.subjectNames == ["Village choir"] && draft.pronoun == "they/them")
        #expect(draft.country?.code == "TG" && draft.letters.isEmpty)
        #expect(draft.background?.hasPrefix("The choir was arrested") == true)
    }
}
