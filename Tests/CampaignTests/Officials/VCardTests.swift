import Campaign
import Documents
import TestSupport
import Testing

@Suite struct VCardTests {
    @Test func `an office is a vCard of folded, escaped lines without what fails`() async throws {
        try await withStore(.sqlite) { store in
            try await store.register(Tables.amina)
            try await store.register(
                """
                kind,key,country,title_en,name,channel,place,state
                office,ke-attorney-general,KE,"Attorney General;\u{301} Minister, \\ of Justice and of a very long and rather tedious list of other matters",,,,
                contact,ke-attorney-general,,,,x,@ag_example,
                contact,ke-attorney-general,,,,email,old@example.org,bounced
                """)
            let day = try #require(Day("2021-11-30"))
            let office = try #require(try await store.registered().officials["ke-attorney-general"])
            let card = VCard(office, on: day, in: ["en"]).text
            let lines = card.split(separator: "\r\n").map(String.init)
            #expect(lines.allSatisfy { $0.utf8.count <= 75 })
            let unfolded = card.replacing("\r\n ", with: "")
            for line in [
                "BEGIN:VCARD\r\nVERSION:4.0\r\n", "FN:Hon. Amina Njoroge\r\n", "TITLE:Attorney General\\;\u{301} Minister\\, \\\\ of Justice",
                "EMAIL;PREF=1:ag@example.org\r\n", "TEL;VALUE=uri;TYPE=fax:tel:+254205550100\r\n",
                "ADR;LABEL=\"Harambee Avenue^nNairobi^nKenya\":;;Harambee Avenue,Nairobi,Kenya;;;;\r\n",
                "X-SOCIALPROFILE;TYPE=x:https://x.com/ag_example\r\n", "END:VCARD\r\n",
            ] { #expect(unfolded.contains(line), "\(line)") }
            #expect(!card.contains("old@"))
        }
    }
}
