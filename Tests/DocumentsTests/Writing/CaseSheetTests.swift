import Documents
import Testing

@Suite struct CaseSheetTests {
    private let sheet = CaseSheet(
        language: "en",
        blocks: [
            .title("Reporter held"), .heading("Call"), .paragraph("Ask for *her* release."), .list(["Free her", "See a doctor"]),
            .lines(["Amina Njoroge", "Harambee Avenue"]),
        ]
    )

    @Test func `as plain text, headings are underlined and blocks stand apart`() {
        #expect(
            sheet.plainText == """
                Reporter held
                =============

                Call
                ----

                Ask for *her* release.

                - Free her
                - See a doctor

                Amina Njoroge
                Harambee Avenue

                """
        )
    }

    @Test func `as Markdown, what people wrote is text and not markup`() {
        #expect(
            sheet.markdown == """
                # Reporter held

                ## Call

                Ask for \\*her\\* release.

                - Free her
                - See a doctor

                Amina Njoroge\\
                Harambee Avenue

                """
        )
    }

    @Test(arguments: [
        ("# 1", "\\# 1"), ("- no", "\\- no"), ("+ no", "\\+ no"), ("12. June", "12\\. June"), ("3) three", "3\\) three"), ("===", "\\==="),
        ("<b>", "\\<b\\>"), ("[a](b)", "\\[a\\](b)"), ("a_b", "a\\_b"), ("`x`", "\\`x\\`"), ("R&D", "R\\&D"), ("a\\b", "a\\\\b"),
        ("> quote", "\\> quote"),
        ("two\n# lines", "two\n\\# lines"), ("1234", "1234"), ("", ""), ("~~~", "\\~~~"), ("  # indented", "\\# indented"), ("    code", "code"),
    ])
    func `nothing in a paragraph is read as markup`(_ text: String, _ written: String) {
        #expect(CaseSheet(language: "en", blocks: [.paragraph(text)]).markdown == written + "\n")
    }
}
