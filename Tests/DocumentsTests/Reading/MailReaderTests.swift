import Testing

@testable import Documents

@Suite struct MailReaderTests {
    private func lines(_ mail: String) throws -> [String] { try MailReader().lines(of: Array(mail.utf8)).map(\.text) }
    private let head = "From: a@example.org\r\nMIME-Version: 1.0\r\n"

    @Test func `the subject is the first line, then the text`() throws {
        #expect(try lines(head + "Subject: Teacher\r\n held\r\n\r\nUA 77/21\r\nKenya\r\n") == ["Teacher held", "", "UA 77/21", "Kenya", ""])
    }

    @Test(arguments: [
        ("=?utf-8?Q?Acci=C3=B3n_urgente?=", "Acción urgente"), ("=?UTF-8?B?QWNjacOzbg==?= =?utf-8?q?_urgente?=", "Acción urgente"),
        ("=?iso-8859-1?q?Acci=F3n?= 77/21", "Acción 77/21"), ("=?x?z?bad?= =? ?=", "=?x?z?bad?= =? ?="), ("=?utf-8?q?a=?=", "a="), ("plain", "plain"),
    ])
    func `encoded words of a header are read`(_ field: String, _ text: String) {
        #expect(EncodedWords.text(field) == text)
    }

    @Test func `quoted-printable and base64 are undone, in the encoding the part names`() throws {
        let quoted =
            "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nMu=F1oz lives=\r\n here =3D\r\n"
        #expect(try lines(head + quoted) == ["Muñoz lives here =", ""])
        let base = "Content-Type: text/plain; charset=\"utf-8\"\r\nContent-Transfer-Encoding: base64\r\n\r\nTXXDsW96IGxp\r\ndmVzIGhlcmU=\r\n"
        #expect(try lines(head + base) == ["Muñoz lives here"])
    }

    @Test func `plain text goes before HTML, HTML before nothing, attachments are left`() throws {
        let plain = "--b\r\nContent-Type: text/plain\r\n\r\nUA 77/21 plain\r\n",
            html = "--b\r\nContent-Type: text/html\r\n\r\n<p>UA 77/21 page</p>\r\n"
        let attached = "--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=x.txt\r\n\r\nnot this\r\n"
        let multipart = head + "Content-Type: multipart/alternative; boundary=\"b\"\r\n\r\nnothing\r\n"
        #expect(try lines(multipart + html + plain + "--b--\r\n").first == "UA 77/21 plain")
        #expect(try lines(multipart + attached + html + "--b--\r\n") == ["UA 77/21 page"])
        #expect(throws: Unreadable.self) { try lines(multipart + attached + "--b--\r\n") }
    }

    @Test func `lines that flow are joined`() throws {
        #expect(
            try lines(head + "Content-Type: text/plain; format=flowed\r\n\r\nAmina was \r\ntaken.\r\nKenya\r\n").prefix(2) == [
                "Amina was taken.", "Kenya",
            ])
    }

    @Test func `a mail that was forwarded whole is read`() throws {
        let inner = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n\(head)\r\nUA 77/21\r\n--b--\r\n"
        #expect(try lines(head + inner).first == "UA 77/21")
    }

    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n", "--b\r\n", "=?utf-8?q?=", "=", " x\r\n",
            "--b\r\nContent-Type: message/rfc822\r\n\r\n", "\r\n",
        ])
    func `hostile mails neither trap nor hang`(_ part: String) {
        let start = head + "Content-Type: multipart/mixed; boundary=b\r\nSubject: =?utf-8?q?"
        let reading = DraftReader()(Array((start + String(repeating: part, count: 300_000 / part.utf8.count)).utf8), named: "m")
        #expect(reading.file == "m")
        let encoded = head + "Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        _ = DraftReader()(Array((encoded + String(repeating: part, count: 10_000)).utf8), named: "m")
    }
}
