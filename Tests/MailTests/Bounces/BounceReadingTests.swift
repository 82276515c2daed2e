import Mail
import Testing

@Suite struct BounceReadingTests {
    private func read(_ mail: String) -> [Bounce] { BounceReading.read(Array(mail.replacing("\n", with: "\r\n").utf8)) }

    private let original =
        "Content-Type: message/rfc822\n\nReturn-Path: <bounces@example.org>\nMessage-ID: <d1@example.org>\nTo: rosa@example.net\n\nfree\n"

    private func report(_ groups: String, to: String = "bounces+T0k-en_1@example.org") -> String {
        """
        Return-Path: <>
        From: MAILER-DAEMON@mx.example.net (Mail Delivery System)
        To: \(to)
        Subject: Undelivered Mail Returned to Sender
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b/1"

        --b/1
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you that your message could not be delivered.
        --b/1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.net
        Arrival-Date: Mon, 22 Nov 2021 09:00:00 +0000

        \(groups)

        --b/1
        \(original)
        --b/1--

        """
    }

    @Test func `a report tells who did not get which message and why, whom first by the return path`() {
        let group =
            "Final-Recipient: rfc822; rosa@example.net\nOriginal-Recipient: rfc822;rosa+ua@example.net\nAction: failed\nStatus: 5.1.1\n"
            + "Diagnostic-Code: smtp; 550 5.1.1 <rosa@example.net>: Recipient\n address rejected: User unknown"
        #expect(
            read(report(group)) == [
                Bounce(kind: .hard, recipient: "rosa+ua@example.net", returnPathToken: "T0k-en_1", messageID: "d1@example.org", status: "5.1.1")
            ])
    }

    @Test(arguments: [
        ("5.1.1", "", Bounce.Kind.hard, "5.1.1"), ("5.2.1", "", .hard, "5.2.1"), ("5.1.10", "", .hard, "5.1.10"), ("5.4.4", "", .hard, "5.4.4"),
        ("5.2.2", "552 5.2.2 user over quota", .soft, "5.2.2"), ("5.7.1", "550 5.7.1 looks like spam", .soft, "5.7.1"),
        ("5.0.0", "550 5.1.1 no such user", .hard, "5.1.1"), ("5.0.0", "550 User unknown", .hard, "5.0.0"), ("5.0.0", "550 no", .soft, "5.0.0"),
        ("4.4.1", "connection timed out", .soft, "4.4.1"), ("5.4.1", "550 5.4.1 Recipient address rejected: Access denied", .hard, "5.4.1"),
        ("5.2.2", "mailbox unavailable: quota", .soft, "5.2.2"),
    ])
    func `only a bad address is held against the address`(_ status: String, _ words: String, _ kind: Bounce.Kind, _ read: String) {
        let group = "Final-Recipient: rfc822;rosa@example.net\nAction: failed\nStatus: \(status)\nDiagnostic-Code: smtp; \(words)"
        let bounces = self.read(report(group))
        #expect(bounces.map(\.kind) == [kind] && bounces.first?.status == read)
    }

    @Test func `a delay is no failure, and good news is nothing`() {
        let late = "Final-Recipient: rfc822;a@example.net\nAction: delayed\nStatus: 4.4.1"
        let good =
            "Final-Recipient: rfc822;b@example.net\nAction: delivered\nStatus: 2.0.0\n\nFinal-Recipient: rfc822;c@example.net\nAction: relayed (on)\nStatus: 2.0.0"
        #expect(read(report("\(late)\n\n\(good)")).map(\.kind) == [.soft])
        #expect(read(report(good)).isEmpty)
    }

    @Test func `without a token the Message-ID tells whom, and without both the address`() {
        let group = "Final-Recipient: rfc822;rosa@example.net\nAction: failed\nStatus: 5.1.1"
        let plain = read(report(group, to: "Bounces <bounces@example.org>")).first
        #expect(plain?.returnPathToken == nil && plain?.messageID == "d1@example.org" && plain?.recipient == "rosa@example.net")
    }

    @Test func `a complaint is read with whom it comes from`() {
        let mail = """
            From: <abuse@isp.example>
            To: <ua@example.org>
            Subject: FW: UA 77/21
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=feedback-report; boundary="part"

            --part
            Content-Type: text/plain

            This is an email abuse report.
            --part
            Content-Type: message/feedback-report

            Feedback-Type: abuse
            User-Agent: Feedback/1.0
            Version: 1
            Original-Mail-From: <bounces+T9@example.org>
            Original-Rcpt-To: <rosa@example.net>

            --part
            \(original)
            --part--

            """
        #expect(
            read(mail) == [Bounce(kind: .complaint, recipient: "rosa@example.net", returnPathToken: "T9", messageID: "d1@example.org", status: nil)])
        #expect(read(mail.replacing("Feedback-Type: abuse", with: "Feedback-Type: not-spam")).isEmpty)
        #expect(read(mail.replacing("Original-Rcpt-To: <rosa@example.net>\n", with: "")).first?.recipient == "rosa@example.net")
    }

    @Test func `qmail's words are read`() {
        let mail = """
            From: MAILER-DAEMON@mx.example.net
            To: bounces+Tq@example.org
            Subject: failure notice

            Hi. This is the qmail-send program at mx.example.net.
            I'm afraid I wasn't able to deliver your message to the following addresses.

            <rosa@example.net>:
            Sorry, no mailbox here by that name. (#5.1.1)

            <amina@example.net>:
            192.0.2.1 failed after I sent the message.
            Remote host said: 552 5.2.2 mailbox full

            --- Below this line is a copy of the message.

            Return-Path: <bounces+Tq@example.org>
            Message-ID: <d2@example.org>
            To: third@example.net
            """
        #expect(
            read(mail) == [
                Bounce(kind: .hard, recipient: "rosa@example.net", returnPathToken: "Tq", messageID: "d2@example.org", status: "5.1.1"),
                Bounce(kind: .soft, recipient: "amina@example.net", returnPathToken: "Tq", messageID: "d2@example.org", status: "5.2.2"),
            ])
    }

    @Test func `Exim's words are read, a warning of delay is soft`() {
        let mail = """
            X-Failed-Recipients: rosa@example.net
            Auto-Submitted: auto-replied
            From: Mail Delivery System <Mailer-Daemon@mx.example.net>
            To: bounces@example.org
            Subject: Mail delivery failed: returning message to sender

            This message was created automatically by mail delivery software.

            A message that you sent could not be delivered to one or more of its
            recipients. This is a permanent error. The following address(es) failed:

              rosa@example.net
                host mx.example.net [192.0.2.1]
                SMTP error from remote mail server after RCPT TO:<rosa@example.net>:
                550 5.1.1 unknown user

            ------ This is a copy of the message, including all the headers. ------

            Message-ID: <d3@example.org>
            """
        #expect(read(mail) == [Bounce(kind: .hard, recipient: "rosa@example.net", messageID: "d3@example.org", status: "5.1.1")])
        let warning = """
            From: Mail Delivery System <Mailer-Daemon@mx.example.net>
            To: bounces+Te@example.org
            Subject: Warning: message 1mp delayed 24 hours

            A message that you sent has not yet been delivered to one or more of its
            recipients after more than 24 hours on the queue.

              rosa@example.net
                Delay reason: 451 4.7.1 try later
            """
        #expect(read(warning) == [Bounce(kind: .soft, recipient: "rosa@example.net", returnPathToken: "Te", status: "4.7.1")])
    }

    @Test(arguments: [
        "Your message did not reach some or all of the intended recipients.\n\nThe following recipient(s) could not be reached:\n\n"
            + "      rosa@example.net<mailto:rosa@example.net> on 22/11/2021 09:00\n            The e-mail account does not exist.\n"
            + "            <mail.example.net #5.1.1 SMTP; 550 5.1.1 RESOLVER.ADR.RecipNotFound; not found>\n",
        "Delivery to the following recipient failed permanently:\n\n     rosa@example.net\n\nTechnical details of permanent failure:\n"
            + "Google tried to deliver your message, but it was rejected by the server. The error that the other server returned was:\n"
            + "550 5.1.1 <rosa@example.net>: user unknown\n\n----- Original message -----\n",
        "This is the mail system at host mx.example.net.\n\n<rosa@example.net>: host mx[192.0.2.1] said: 550 5.1.1\n    <rosa@example.net> User unknown (in reply to RCPT TO command)\n",
    ])
    func `the words of Exchange, Gmail and Postfix are read without their report for programs`(_ text: String) {
        let mail = "From: postmaster@example.net\nTo: bounces+T1@example.org\nSubject: Undeliverable: UA\n\n\(text)"
        #expect(read(mail) == [Bounce(kind: .hard, recipient: "rosa@example.net", returnPathToken: "T1", status: "5.1.1")])
    }

    @Test(arguments: [
        "From: Rosa <rosa@example.net>\nAuto-Submitted: auto-replied\nTo: bounces+T1@example.org\nSubject: Out of office\n\nI am away until 5.1.2022. amina@example.net helps.\n",
        "From: rosa@example.net\nTo: ua@example.org\nSubject: 550 5.1.1\n\nWhy did my friend's mail fail with 550 5.1.1 user unknown?\n", "", "\n\n",
        "From: mailer-daemon\n",
    ])
    func `an answer and an absence note are no bounces`(_ mail: String) {
        #expect(read(mail).isEmpty)
    }

    @Test(
        .timeLimit(.minutes(2)),
        arguments: ["<a@b.c>:\n", "--b\n", "Action: failed\n\n", "5.1.1 ", "@", "--b\nContent-Type: message/delivery-status\n\nAction: failed\n\n"])
    func `a hostile report neither traps nor hangs`(_ piece: String) {
        let start = "From: mailer-daemon@x\nSubject: failure notice\nContent-Type: multipart/report; boundary=b\n\n"
        for head in [start, "From: mailer-daemon@x\n\n", "From: mailer-daemon@x\nContent-Type: message/delivery-status\n\n"] {
            #expect(BounceReading.read(Array((head + String(repeating: piece, count: 3_000_000 / piece.utf8.count)).utf8)).count <= 100)
        }
    }
}
