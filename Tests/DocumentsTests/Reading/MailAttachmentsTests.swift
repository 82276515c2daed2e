import Testing

@testable import Documents

@Suite struct MailAttachmentsTests {
    private let mail = """
        From: a@example.org
        MIME-Version: 1.0
        Subject: see attached
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain

        Dear all, the case is attached.
        --b
        Content-Type: application/pdf; name="case.pdf"
        Content-Disposition: attachment; filename="case.pdf"
        Content-Transfer-Encoding: base64

        JVBERi0xLjQ=
        --b
        Content-Type: message/rfc822

        From: b@example.org
        Subject: UA 12/20
        Content-Type: text/plain

        UA 12/20
        --b--
        """

    @Test func `documents and forwarded mails are found with their names`() {
        let all = MailAttachments(of: Array(mail.utf8)).all
        #expect(all.map(\.name) == ["case.pdf", "UA 12/20"])
        #expect(all.first.map { DocumentFormat.of($0.bytes) } == .pdf)
    }

    @Test func `what is no mail has none`() {
        #expect(MailAttachments(of: Array("UA 12/20\nPeru".utf8)).all.isEmpty)
    }
}
