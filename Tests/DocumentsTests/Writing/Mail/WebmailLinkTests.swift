import Documents
import Testing

@Suite struct WebmailLinkTests {
    @Test(arguments: [
        (
            Webmail.gmail,
            "https://mail.google.com/mail/?view=cm&fs=1&to=a%40example.org%2Cb%40example.org&cc=c%40example.org&su=UA%201%2F21&body=A%0D%0AB"
        ),
        (
            .outlook,
            "https://outlook.live.com/mail/0/deeplink/compose?popoutv2=1&to=a%40example.org%2Cb%40example.org&cc=c%40example.org&subject=UA%201%2F21&body=A%0D%0AB"
        ),
        (.yahoo, "https://compose.mail.yahoo.com/?to=a%40example.org%2Cb%40example.org&cc=c%40example.org&subject=UA%201%2F21&body=A%0D%0AB"),
    ])
    func `a web mail program opens with the message in it`(_ webmail: Webmail, _ link: String) {
        let made = WebmailLink(webmail, to: ["a@example.org", "b@example.org"], copies: ["c@example.org"], subject: "UA 1/21", body: "A\nB")
        #expect(made.text == link)
        #expect(made.withoutBody == link.replacing("&body=A%0D%0AB", with: ""))
    }

    @Test func `nothing typed ends a field or the attribute around it`() {
        for webmail in Webmail.allCases {
            let link = WebmailLink(webmail, to: ["a@example.org&bcc=x"], subject: "\"><b>\r\nBcc: x", body: "&bcc=x#'<")
            #expect(!link.text.contains { "<>\"'` \r\n#".contains($0) })
            #expect(!link.text.contains("&bcc="))
        }
    }

    @Test func `a long letter does not fit`() {
        #expect(!WebmailLink(.gmail, to: [], subject: "s", body: String(repeating: "م", count: 400)).fits)
        #expect(WebmailLink(.gmail, to: [], subject: "s", body: "short").fits)
    }
}
