import Documents
import Testing

@Suite struct MailtoLinkTests {
    @Test func `line breaks are CRLF, whichever way they were typed`() {
        let link = MailtoLink(to: ["ag@example.org"], subject: "UA 77/21", body: "One\nTwo\r\nThree\rFour")
        #expect(link.text == "mailto:ag@example.org?subject=UA%2077%2F21&body=One%0D%0ATwo%0D%0AThree%0D%0AFour")
    }

    @Test func `there is no empty subject`() {
        for subject in ["", " \n", "\r\n"] {
            let link = MailtoLink(to: ["ag@example.org"], subject: subject, body: "Hello")
            #expect(link.text == "mailto:ag@example.org?body=Hello")
            #expect(link.withoutBody == "mailto:ag@example.org")
        }
    }

    @Test(arguments: [
        "Case\r\nBcc: all@example.org", "Case\nBcc: all@example.org", "Case\u{85}Bcc: all@example.org", "Case\u{2028}Bcc: all@example.org",
    ])
    func `a subject cannot pose as another header field`(_ subject: String) {
        let link = MailtoLink(to: ["ag@example.org"], subject: subject, body: "x")
        #expect(link.text == "mailto:ag@example.org?subject=Case%20Bcc%3A%20all%40example.org&body=x")
    }

    @Test func `neither address nor body can add a header field`() {
        let link = MailtoLink(to: ["ag@example.org?bcc=all@example.org&x=1"], subject: "A & B = C?", body: "&bcc=all@example.org\0\t")
        #expect(link.text.count { $0 == "?" } == 1)
        #expect(link.text.count { $0 == "&" } == 1)
        #expect(!link.text.contains("bcc="))
        #expect(link.text.hasSuffix("&body=%26bcc%3Dall%40example.org%00%09"))
    }

    @Test func `several are written to at once, and a comma inside an address is no comma between two`() {
        let link = MailtoLink(to: ["ag@example.org", "\"Njoroge, Amina\"@example.org"], subject: "", body: "x")
        #expect(link.text == "mailto:ag@example.org,%22Njoroge%2C%20Amina%22@example.org?body=x")
    }

    @Test func `other scripts are UTF-8 in percent signs`() {
        let link = MailtoLink(to: ["ag@example.org"], subject: "Ñañez – تحرك", body: "你好 🕯")
        #expect(
            link.text
                == "mailto:ag@example.org?subject=%C3%91a%C3%B1ez%20%E2%80%93%20%D8%AA%D8%AD%D8%B1%D9%83&body=%E4%BD%A0%E5%A5%BD%20%F0%9F%95%AF"
        )
        #expect(link.text.utf8.allSatisfy { (0x21...0x7E).contains($0) })
    }

    @Test func `nothing in a link can leave an HTML attribute`() {
        let link = MailtoLink(to: ["<script>'\"@example.org"], subject: "\"><b>", body: "'\"<>`")
        #expect(!link.text.contains { "<>\"'` ".contains($0) })
    }

    @Test func `a link fits up to its budget, counted after encoding`() {
        let head = MailtoLink(to: ["ag@example.org"], subject: "s", body: "").byteCount
        #expect(MailtoLink(to: ["ag@example.org"], subject: "s", body: String(repeating: "a", count: MailtoLink.byteBudget - head)).fits)
        #expect(!MailtoLink(to: ["ag@example.org"], subject: "s", body: String(repeating: "a", count: MailtoLink.byteBudget - head + 1)).fits)
        #expect(!MailtoLink(to: ["ag@example.org"], subject: "s", body: String(repeating: "م", count: 300)).fits)
    }

    @Test func `a line break in a recipient adds no field`() {
        let link = MailtoLink(to: ["a@example.org\r\nBcc: b@example.org"], subject: "s", body: "b")
        #expect(!link.text.contains("%0D") && !link.text.contains("%0A"))
    }
}
