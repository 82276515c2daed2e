import Testing

@testable import Documents

@Suite struct ListTests {
    private func refusal(_ text: String) -> String? { DraftReader()(Array(text.utf8), named: "list.txt").refused }

    @Test func `teasers with "read more" are a list, although none has a number`() {
        let text = """
            Urgent Actions

            Peru: teacher held
            A teacher was arrested in Lima. Read more

            Chile: student hurt
            A student was hurt by the police. Read more

            Kenya: lawyer missing
            A lawyer has not been seen since May. Read more
            """
        #expect(refusal(text)?.contains("lists 3 actions") == true)
    }

    @Test func `titles below each other, each with its country, are a list`() {
        let text =
            "Acciones urgentes\n\nIrán: estudiante en peligro\nEgipto: poeta en libertad\nPerú: docente detenida\nKenia: abogado desaparecido\n"
        #expect(refusal(text)?.contains("lists 4 actions") == true)
    }

    @Test func `actions printed one below the other, with addresses each, become records`() throws {
        let one = """
            UA 12/93 Fear of torture 3 March 1993
            PERU Ana Lind (f)
            Ana Lind was taken from her house on 1 March, and nobody has seen her since that day.
            APPEALS TO:
            Minister of Justice
            Mr Paul Berg
            Lima, Peru
            """
        let other = one.replacing("UA 12/93", with: "UA 15/93").replacing("PERU", with: "CHILE").replacing("Ana Lind", with: "Rosa Paz")
        let draft = try #require(DraftReader()(Array((one + "\n\n" + other).utf8), named: "two.txt").draft)
        #expect(draft.caseNumber == 12)
        #expect(draft.additionalRecords.map(\.caseNumber) == [15])
        #expect(draft.additionalRecords.first?.subjectNames == ["Rosa Paz"])
    }
}
