@testable import Documents
import Testing

@Suite struct ReferenceTests {
    @Test(arguments: [
        ("UA 12/19", "12-19"), ("UA: 257/12", "257-12"), ("12.19", "12-19"), ("UA 12.19", "12-19"), ("UA: Narnia 12.19", "12-19"),
        ("Urgent Action 12.19", "12-19"), ("044/22", "44-22"), ("AU 229/14", "229-14"), ("UAA 077/13", "77-13"), ("UA 219 /06", "219-06"),
        ("ua-313/2014", "313-14"), ("UA-Nr.: UA-074/2019", "74-19"), ("EXTRA 31/93", "ex-31-93"), ("ex#51/01", "ex-51-01"),
        ("MA 15/03", "ma-15-03"), ("NSA 3/03", "nsa-3-03"), ("ua118/01", "118-01"), ("urgent action #230/01", "230-01"), ("119-21", "119-21"),
        ("ex-31-93", "ex-31-93"), ("UA 8/73", "8-73"),
    ])
    func `every printed form is read`(_ text: String, _ slug: String) throws {
        let reference = try Reference(text)
        #expect(reference.slug == slug)
        #expect(Reference(slug: slug) == reference)
    }

    @Test(arguments: [
        ("FI 104/19-5", 6), ("FI 031/22-1", 2), ("UA-074/2019-1", 2), ("UA-257-1/2014", 2), ("083-21-2", 3),
    ])
    func `a number of further information is the output after it`(_ text: String, _ ordinal: Int) {
        #expect(PrintedReference(text)?.ordinal == ordinal)
    }

    @Test(arguments: ["", "UA", "Peru", "1/3", "06.01.09", "12/19/2020", "UA 242/0", "0/21", "UA 12/", "119", "/", "99999/21"])
    func `what is no reference is refused`(_ text: String) {
        #expect(throws: Reference.Malformed(text: text)) { try Reference(text) }
    }

    @Test(arguments: [
        ("uaa11921.pdf", "119-21"), ("uaa11921", "119-21"), ("UAA22910.PDF", "229-10"), ("https://example.org/files/uaa07713.pdf", "77-13"),
        ("ua0442022.doc", "44-22"), ("UA 119/21 espagnol", "119-21"), ("UA 119/21 update", "119-21"), ("UA 119/21 (Peru)", "119-21"),
        ("119/21, Peru", "119-21"), ("UA 119–21", "119-21"), ("UA 119−21", "119-21"), ("ＵＡ　１１９／２１", "119-21"), ("١١٩/٢١", "119-21"),
        ("Acción urgente 119/21", "119-21"), ("ACCIO\u{301}N URGENTE 119/21", "119-21"), ("Eilaktion 119/21", "119-21"),
        ("Azione urgente: 119/21", "119-21"), ("Spoedactie 119-21", "119-21"), ("Ação urgente 119/21", "119-21"),
        ("تحرك عاجل 119/21", "119-21"), ("\u{200F}تحرك عاجل ١١٩/٢١", "119-21"), ("Eilaktion EX 31/93", "ex-31-93"), ("UA\u{A0}119/21", "119-21"),
    ])
    func `whoever asks for a case is understood in any form`(_ text: String, _ slug: String) {
        #expect(PrintedReference.asked(for: text)?.reference.slug == slug)
    }

    @Test(arguments: [
        "", "119", "UA 119", "uaa1192", "uaa119210", "06.01.09", "12/19/2020", "77/21/99999", "UA 119/2130", "99999/21", "Peru",
        "amr1192021x",
    ])
    func `what is no reference stays none however kindly one reads`(_ text: String) {
        #expect(PrintedReference.asked(for: text) == nil)
    }

    @Test func `a file's name and other languages' words are read in a box alone`() {
        for text in ["uaa11921.pdf", "UA 119/21 espagnol", "Eilaktion 119/21"] { #expect(PrintedReference(text) == nil) }
    }

    @Test func `the pivot of two-digit years is 1973`() throws {
        #expect(try Reference("UA 1/73").year == 1973)
        #expect(try Reference("UA 1/72").year == 2072)
    }

    @Test func `sections print a reference in their own style`() {
        let reference = Reference(series: .UA, serial: 44, year: 2022)
        #expect(ReferenceStyle.allCases.map(reference.printed) == ["UA 44/22", "UA 44.22", "UA 044/22"])
    }

    @Test func `a slug has one spelling`() {
        #expect(Reference(slug: "044-22") == nil)
        #expect(Reference(slug: "EX-31-93") == nil)
        #expect(Reference(slug: "44/22") == nil)
    }
}
