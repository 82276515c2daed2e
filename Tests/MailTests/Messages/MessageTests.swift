import Documents
import Foundation
import Testing

@testable import Mail

@Suite struct MessageTests {
    private func written(_ message: Message) throws -> String { String(decoding: try message.bytes(), as: UTF8.self) }

    @Test func `an alert is text first, with its page, its list and one way out`() throws {
        var message = try Message.toRosa("Wanjiru is free.\n.\n")
        message.html = "<p>Wanjiru is free.</p>"
        message.listID = "alerts.ch.example.org"
        message.unsubscribe = "https://ch.example.org/en/alerts/stop/abc"
        message.replyTo = MailAddress("ua@example.org")
        #expect(
            try written(message)
                == """
                Date: Mon, 22 Nov 2021 09:00:00 +0000
                From: Urgent Actions <ua@example.org>
                To: rosa@example.net
                Reply-To: ua@example.org
                Subject: UA 77/21
                Message-ID: <d1@example.org>
                List-Id: <alerts.ch.example.org>
                List-Unsubscribe: <https://ch.example.org/en/alerts/stop/abc>
                List-Unsubscribe-Post: List-Unsubscribe=One-Click
                Auto-Submitted: auto-generated
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary="=_amparo"

                --=_amparo
                Content-Type: text/plain; charset=utf-8
                Content-Language: en
                Content-Transfer-Encoding: quoted-printable

                Wanjiru is free.
                =2E

                --=_amparo
                Content-Type: text/html; charset=utf-8
                Content-Language: en
                Content-Transfer-Encoding: quoted-printable

                <p>Wanjiru is free.</p>
                --=_amparo--

                """.replacing("\n", with: "\r\n"))
    }

    @Test func `a text alone has no parts`() throws {
        var message = try Message.toRosa("From here: 100 % = all, ä.")
        message.isAutomatic = false
        let text = try written(message)
        #expect(text.hasSuffix("Content-Transfer-Encoding: quoted-printable\r\n\r\n=46rom here: 100 % =3D all, =C3=A4.\r\n"))
        #expect(!text.contains("Auto-Submitted") && !text.contains("List-") && !text.contains("multipart"))
    }

    @Test(arguments: ["UA\r\nBcc: all@example.org", "UA\nX: y", "UA\u{0}", "UA\u{85}X: y", "UA\u{2028}X: y", "\u{7F}"])
    func `no message has a control character in its subject, its sender's name or its identifiers`(_ hostile: String) throws {
        var message = try Message.toRosa("")
        message.subject = Subject(hostile)
        #expect(throws: UnfitMessage.controlCharacter(field: "Subject")) { try message.bytes() }
        message.subject = "UA"
        message.from = Mailbox(name: hostile, address: message.from.address)
        #expect(throws: UnfitMessage.controlCharacter(field: "From")) { try message.bytes() }
        message.from = Mailbox(address: message.from.address)
        message.id = "\(hostile)@example.org"
        #expect(throws: UnfitMessage.self) { try message.bytes() }
        message.id = "a@b"
        message.listID = hostile
        #expect(throws: UnfitMessage.self) { try message.bytes() }
        message.listID = nil
        message.unsubscribe = "https://example.org/\(hostile)"
        #expect(throws: UnfitMessage.self) { try message.bytes() }
    }

    @Test(arguments: ["", "x", "a@b>\u{20}<c@d", "a b@c", "@", "ä@b", "a@b@c"])
    func `a Message-ID has its form`(_ id: String) throws {
        var message = try Message.toRosa("")
        message.id = id
        #expect(throws: UnfitMessage.malformed(field: "Message-ID")) { try message.bytes() }
    }

    @Test(arguments: [
        ("Urgent Actions", "Urgent Actions <ua@example.org>"), ("Rosa \"R\" Lee, Dr.", "\"Rosa \\\"R\\\" Lee, Dr.\" <ua@example.org>"),
        ("a <b@c>", "\"a <b@c>\" <ua@example.org>"), ("Ñandú", "=?utf-8?B?w5FhbmTDug==?= <ua@example.org>"),
        ("=?x?=", "=?utf-8?B?PT94Pz0=?= <ua@example.org>"),
    ])
    func `a sender's name is quoted or encoded when it must be`(_ name: String, _ field: String) throws {
        var message = try Message.toRosa("")
        message.from = Mailbox(name: name, address: message.from.address)
        #expect(try written(message).contains("\r\nFrom: \(field)\r\n"))
    }

    @Test func `everything is ASCII in lines that any server takes, whatever the text`() throws {
        var message = try Message.toRosa(String(repeating: "تحية طيبة ", count: 300) + String(repeating: "x", count: 5_000) + "\r\n.\r\n..\r\n \r\n")
        message.subject = Subject(String(repeating: "Ñ", count: 200))
        message.from = Mailbox(name: String(repeating: "Ñandú ", count: 20), address: message.from.address)
        message.html = "<p>\(message.text)</p>"
        message.unsubscribe = "https://ch.example.org/" + String(repeating: "x", count: 200)
        let lines = try written(message).components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { line in line.utf8.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x09 } && !line.hasPrefix(".") })
        #expect(lines.allSatisfy { $0.utf8.count <= 250 } && lines.filter { !$0.contains("https:") }.allSatisfy { $0.utf8.count <= 78 })
    }

    @Test(arguments: ["", "a", "Stop: ", "ä", "line\n", String(repeating: "x", count: 75), String(repeating: "é", count: 40)])
    func `a text in pieces is read as one text, wherever it is cut`(_ before: String) throws {
        let link = "https://ch.example.org/en/alerts/stop/" + String(repeating: "t", count: 60), after = ".\nFrom us, = and ä. \n"
        let whole = MessageText([before, link, after].map(MessageText.Piece.init))
        #expect(whole.words == before + link + after)
        var bytes: [UInt8] = []
        whole.write(to: &bytes)
        let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 76 && !$0.hasPrefix(".") && !$0.hasPrefix("From ") })
        #expect(try Self.decoded(bytes) == whole.words)
    }

    /// By Python's decoder.
    private static func decoded(_ bytes: [UInt8]) throws -> String {
        let process = Process(), input = Pipe(), output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", "import quopri, sys; sys.stdout.buffer.write(quopri.decodestring(sys.stdin.buffer.read()))"]
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: bytes)
        try input.fileHandleForWriting.close()
        return String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).replacing("\r\n", with: "\n")
    }

    @Test func `an address in another script travels in ASCII`() throws {
        var message = try Message.toRosa("")
        message.to = try #require(MailAddress("\"Rosa Lee\"@münchen.example"))
        #expect(try written(message).contains("\r\nTo: \"Rosa Lee\"@xn--mnchen-3ya.example\r\n"))
        #expect(message.to.tagged("abc") == nil)
        #expect(message.returnPath.tagged("T-1_z")?.text == "bounces+T-1_z@example.org")
        #expect(message.returnPath.tagged(String(repeating: "x", count: 60)) == nil)
    }
}

extension Message {
    /// A message that a test goes on with.
    static func toRosa(_ text: String, at address: String = "rosa@example.net", id: String = "d1@example.org") throws -> Message {
        Message(
            from: Mailbox(name: "Urgent Actions", address: try #require(MailAddress("ua@example.org"))), to: try #require(MailAddress(address)),
            subject: "UA 77/21", text: MessageText(text), language: "en", id: id, returnPath: try #require(MailAddress("bounces@example.org")),
            date: Date(timeIntervalSince1970: 1_637_571_600))
    }
}
