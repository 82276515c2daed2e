import Documents
import Foundation
import Testing

@Suite struct MailMessageTests {
    private func message(_ to: [String] = ["ag@example.org"], cc: [String] = [], _ subject: String = "UA 77/21", _ body: String = "Hello") -> String {
        MailMessage(
            to: to.compactMap(MailAddress.init), copies: cc.compactMap(MailAddress.init), subject: subject, body: body, language: "es-419"
        ).text
    }

    @Test func `a message says that it was not sent yet, and in which language it is`() {
        let text = message(cc: ["embassy@example.org", "other@example.org"])
        #expect(
            text.hasPrefix(
                "To: ag@example.org\r\nCc: embassy@example.org,\r\n other@example.org\r\nSubject: UA 77/21\r\nX-Unsent: 1\r\nMIME-Version: 1.0\r\n"))
        #expect(text.contains("\r\nContent-Language: es-419\r\n"))
        #expect(text.hasSuffix("\r\n\r\nHello\r\n"))
    }

    @Test(arguments: [
        "Case\r\nBcc: all@example.org", "Case\nBcc: all@example.org", "Case\rBcc: all@example.org", "Case\u{85}Bcc: x@example.org",
        "Case\u{2028}X-Evil: 1", "=?utf-8?Q?=0D=0ABcc:_all@example.org?=", "\r\n\r\n<script>",
    ])
    func `a subject adds no header field and ends no header`(_ subject: String) {
        let head = message(["ag@example.org"], subject).split(separator: "\r\n\r\n")[0]
        #expect(!head.split(separator: "\r\n").contains { $0.hasPrefix("Bcc") || $0.hasPrefix("X-Evil") || $0.hasPrefix("<") })
        #expect(head.split(separator: "\r\n").filter { !$0.hasPrefix(" ") }.count == 7)
    }

    @Test(arguments: [
        "a@example.org\r\nBcc: b@example.org", "a@example.org, b@example.org", "a b@example.org", "<a@example.org>", "a@exa_mple.org",
        "a@@example.org",
        "a@", "@example.org", "ä@example.org", "a@example..org", "\"a\"b\"@example.org", "a@example.org\u{0}", "a@[127.0.0.1]", ".a@example.org",
    ])
    func `what is no plain address is none`(_ printed: String) {
        #expect(MailAddress(printed) == nil)
    }

    @Test func `two addresses in one contact are two`() {
        #expect(MailAddress.all(in: "ag@example.org; deputy@example.org").map(\.text) == ["ag@example.org", "deputy@example.org"])
        #expect(MailAddress.all(in: "Amina <ag@example.org>").map(\.text) == ["ag@example.org"])
    }

    @Test(arguments: ["Ñañez – تحرك عاجل", String(repeating: "私は書きます", count: 12), "a\u{1F469}\u{200D}\u{1F4BB}b", String(repeating: "x", count: 90)])
    func `a subject in any script is words of at most 75 characters, none cut within a letter`(_ subject: String) throws {
        let text = message(["ag@example.org"], subject)
        let lines = text.components(separatedBy: "\r\n").drop { !$0.hasPrefix("Subject: ") }
        let words = [lines.first?.dropFirst(9).description ?? ""] + lines.dropFirst().prefix { $0.hasPrefix(" ") }.map { String($0.dropFirst()) }
        let decoded = try words.map { word in
            #expect(word.utf8.count <= 75)
            let inner = try #require(word.hasPrefix("=?utf-8?B?") && word.hasSuffix("?=") ? word.dropFirst(10).dropLast(2) : nil)
            let bytes = try #require(Data(base64Encoded: String(inner)))
            return try #require(String(data: bytes, encoding: .utf8))
        }
        #expect(decoded.joined() == subject)
    }

    @Test(arguments: ["línea\n\n.\nfrom = 100 % \t\nend ", String(repeating: "ü", count: 400), "=3D is not =", "\r\n\r\n", "تحية طيبة وبعد،\nسطر"])
    func `a body comes back as it was, in short lines of ASCII`(_ body: String) throws {
        let encoded = message(["ag@example.org"], "s", body).components(separatedBy: "\r\n\r\n").dropFirst().joined(separator: "\r\n\r\n")
        #expect(encoded.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 76 && $0 != "." })
        #expect(encoded.utf8.allSatisfy { $0 < 0x7F })
        #expect(Self.decoded(encoded) == body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: "\r\n") + "\r\n")
    }

    /// Quoted-printable backwards.
    private static func decoded(_ text: String) -> String {
        var bytes: [UInt8] = [], rest = Array(text.replacing("=\r\n", with: "").utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "="), let hex = String(bytes: rest.prefix(2), encoding: .ascii), let value = UInt8(hex, radix: 16) else {
                bytes.append(byte)
                continue
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
