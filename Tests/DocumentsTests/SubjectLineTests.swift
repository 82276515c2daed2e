import Testing

@testable import Documents

@Suite struct SubjectLineTests {
    @Test func `a first output is one where nothing else is said`() {
        let line = SubjectLine("ua 300/12 on norway issued on (3 may 2012)")
        #expect(line.kind == .first && line.outputOrdinal == 1 && line.country?.code == "NO" && line.issueDate == Day("2012-05-03"))
    }

    @Test func `an update is one output later than its number`() {
        #expect(SubjectLine("seventh update to ex#12/01 on usa/utah").outputOrdinal == 8)
        #expect(SubjectLine("second follow-up to urgent action ma 3/01on peru").series == .MA)
    }

    @Test func `a stop or final action has no number of output`() {
        let line = SubjectLine("final update ua 9/13 on (issued on 11 april 2013)")
        #expect(line.kind == .outcome && line.outputOrdinal == nil && line.country == nil)
    }

    @Test func `two countries are none and a cut year is none`() {
        #expect(SubjectLine("ua 9/13 on iraq and iran").country == nil)
        #expect(SubjectLine("ua 242/0 on iran").caseYear == nil && SubjectLine("ua 242/0 on iran").caseNumber == 242)
    }
}

/// A document that is nothing but a subject line, and lines that the archive's own list does not hold.
@Suite struct LoneSubjectLineTests {
    @Test func `a document of one subject line says what the line says`() throws {
        let reading = DraftReader()(Array("third follow-up to ua 99/02 on tadjikistan issued on (4 septmber 2003)\n".utf8), named: "line.txt")
        let draft = try #require(reading.draft)
        #expect(draft.caseNumber == 99 && draft.caseYear == 2002 && draft.kind == .update && draft.outputOrdinal == 4)
        #expect(draft.country?.code == "TJ" && draft.issueDate?.text == "2003-09-04")
    }

    @Test(arguments: [("ua 8/03 on phillipines", "PH"), ("ex 12/02 on usa/new mexico", "US"), ("second update on ua 31/12 on the gambia", "GM")])
    func `a misspelt country is the country`(_ text: String, _ code: String) {
        #expect(SubjectLine(text).country?.code == code)
    }
}
