import Outgoing
import Testing

@Suite struct SMSTests {
    @Test(arguments: [
        ("", SMSLength.Alphabet.gsm, 0, 0), ("Hello", .gsm, 5, 1), (String(repeating: "a", count: 160), .gsm, 160, 1),
        (String(repeating: "a", count: 161), .gsm, 161, 2), (String(repeating: "a", count: 306), .gsm, 306, 2),
        (String(repeating: "a", count: 307), .gsm, 307, 3),
        ("[€]", .gsm, 6, 1), (String(repeating: "€", count: 80), .gsm, 160, 1), (String(repeating: "€", count: 81), .gsm, 162, 2),
        (String(repeating: "€", count: 153), .gsm, 306, 3), ("à è é ñ ß Ç Ω", .gsm, 13, 1), ("á", .ucs2, 1, 1), ("ç", .ucs2, 1, 1),
        (String(repeating: "Ж", count: 70), .ucs2, 70, 1), (String(repeating: "Ж", count: 71), .ucs2, 71, 2),
        (String(repeating: "Ж", count: 134), .ucs2, 134, 2),
        (String(repeating: "✊🏽", count: 14), .ucs2, 42, 1), (String(repeating: "😀", count: 35), .ucs2, 70, 1),
        (String(repeating: "😀", count: 67), .ucs2, 134, 3),
        ("e\u{301}", .gsm, 1, 1),
    ])
    func `a text's places and parts are counted as networks count`(_ text: String, _ alphabet: SMSLength.Alphabet, _ places: Int, _ parts: Int) {
        let length = SMSLength(text)
        #expect(length.alphabet == alphabet && length.places == places && length.parts == parts)
    }

    private let link = "https://act.example.org/en/actions/77-24"

    @Test func `what fits is left as it is`() {
        #expect(ShortText("Write for Ilse Brandmark until 3 May.", link: link).text == "Write for Ilse Brandmark until 3 May. \(link)")
        #expect(ShortText("  Write \n now ").text == "Write now")
        #expect(ShortText("").text.isEmpty && ShortText("", link: link).text == link)
    }

    @Test func `typography and accents do not cost half the room`() {
        let text = ShortText("«José Martínez» – acción: “¡escriba!” … cœur", link: link).text
        #expect(text == "\"José Martinez\" - accion: \"¡escriba!\" ... coeur \(link)")
        #expect(SMSLength(text).alphabet == .gsm)
        #expect(ShortText("Напишите до 3 мая", link: nil).text == "Напишите до 3 мая", "no plain form: as it is")
    }

    @Test(arguments: [
        "Teacher held without charge: write to the Minister of Justice until 31 December 2068, and ask that Ilse Brandmark be released unless she is charged without delay",
        "Учительницу держат без предъявления обвинения: напишите министру юстиции до 31 декабря и попросите освободить её",
        "被无故拘押的教师：请在十二月三十一日之前致函司法部长要求立即释放她或依法起诉并且保证她能见到律师和家人以及得到医疗照顾不受酷刑和其他虐待的对待谢谢您的支持和行动",
        "😀 " + String(repeating: "✊🏽 ", count: 90), String(repeating: "a", count: 400),
    ])
    func `a long text is one message, cut behind a word, with its link whole`(_ words: String) {
        let text = ShortText(words, link: link).text
        #expect(SMSLength(text).parts == 1)
        #expect(text.hasSuffix("... " + link))
        let kept = text.dropLast(link.count + 4)
        #expect(words.hasPrefix(kept) && !kept.isEmpty)
        guard words.contains(" ") else { return }
        let next = words.dropFirst(kept.count).first
        #expect(next == " " || next == ":" || next == ",", "\(text)")
    }

    @Test func `a link is never cut`() {
        let long = "https://act.example.org/" + String(repeating: "a", count: 200)
        #expect(ShortText("Write now", link: long).text == long)
        #expect(ShortText("\(long) " + String(repeating: "word ", count: 60)).text.isEmpty)
    }

    @Test func `no text whatever makes two messages`() {
        var noise = Noise(seed: 11)
        let pieces = ["word", " ", "é", "á", "[", "€", "😀", "Ж", "e\u{301}", ".", "https://a.example/b", "字", "\u{200D}", "\n", "…"]
        for _ in 0..<1_500 {
            let words = (0..<noise.below(120)).map { _ in pieces[noise.below(pieces.count)] }.joined()
            let text = ShortText(words, link: link).text
            #expect(SMSLength(text).parts == 1 && text.hasSuffix(link), "\(words)")
        }
    }

    @Test func `a gateway gets number, text and id, and knows us by the secret`() async throws {
        try await Peer.with { (peer) async throws in
            let gateway = SMSGateway(try peer.gate(), at: try peer.url("/sms/202"), secret: "a-secret")
            #expect(await gateway.send(SMSMessage(to: "+41790000000", text: "Écrivez", id: "delivery-1")) == .taken)
            let seen = try #require(try await peer.seen().first)
            #expect(seen.message == .parts(["to": "+41790000000", "text": "Écrivez", "id": "delivery-1"]))
            #expect(seen.headers?["authorization"] == "Bearer a-secret" && seen.headers?["content-type"] == "application/json")
        }
    }

    private let judged: [(Int, Reception)] = [
        (200, Reception.taken), (400, .refused("status 400")), (401, .later("status 401", after: nil)), (410, .gone), (422, .refused("status 422")),
        (429, .later("status 429", after: 120)), (503, .later("status 503", after: 120)),
    ]

    @Test func `a gateway's answer is judged by its status`() async throws {
        try await Peer.with { (peer) async throws in
            for (status, reception) in judged {
                let gateway = SMSGateway(try peer.gate(), at: try peer.url("/sms/\(status)"), secret: "a-secret")
                #expect(await gateway.send(SMSMessage(to: "+41790000000", text: "Now", id: "1")) == reception)
            }
        }
    }

    @Test(arguments: ["0790000000", "+", "+41 79", "+4179\r\n", "+٤١٧٩٠٠٠٠٠٠", "", "+12345678901234567"])
    func `what is no international number is not sent`(_ number: String) async throws {
        let gateway = SMSGateway(OutgoingGate(resolver: ScriptedResolver(["10.0.0.1"])), at: try OutgoingURL("https://sms.example.org/"), secret: "s")
        #expect(await gateway.send(SMSMessage(to: number, text: "Now", id: "1")) == .refused("no number in international form"))
    }
}
