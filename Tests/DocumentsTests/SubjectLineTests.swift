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
