import Outgoing
import Testing

@Suite struct OutgoingURLTests {
    @Test func `an address at a push service is read into its parts`() throws {
        let url = try OutgoingURL("https://Updates.Push.Example.org/wpush/v2/gAAA_b-c?x=1&y=%20")
        #expect(url.origin == "https://updates.push.example.org" && url.path == "/wpush/v2/gAAA_b-c?x=1&y=%20" && url.port == 443)
        #expect(try OutgoingURL("https://push.example.org:8443").text == "https://push.example.org:8443/")
        #expect(try OutgoingURL("HTTPS://push.example.org?a").text == "https://push.example.org/?a")
        #expect(try OutgoingURL("https://xn--bcher-kva.example/").origin == "https://xn--bcher-kva.example")
        #expect(try OutgoingURL("https://[2001:DB8::1]:444/a").text == "https://[2001:db8::1]:444/a")
    }

    @Test(arguments: [
        "http://push.example.org/", "ftp://push.example.org/", "file:///etc/passwd", "gopher://a.example/", "//push.example.org/", "https:/a.b/", "",
    ])
    func `nothing but https is asked`(_ text: String) {
        #expect(throws: OutgoingRefusal.notHTTPS) { try OutgoingURL(text) }
    }

    @Test(arguments: [
        "https://user@push.example.org/", "https://user:word@push.example.org/", "https://8.8.8.8@127.0.0.1/",
        "https://push.example.org:443@10.0.0.1/",
    ])
    func `nobody's name stands before a host`(_ text: String) {
        #expect(throws: OutgoingRefusal.userinfo) { try OutgoingURL(text) }
    }

    @Test(arguments: [
        "https://", "https:///x", "https://localhost/", "https://intranet/", "https://push.example.org./", "https://.example.org/",
        "https://push..org/",
        "https://-a.example/", "https://a-.example/", "https://a_b.example/", "https://2130706433/", "https://0x7f000001/", "https://0x7f.1/",
        "https://0177.0.0.1/",
        "https://127.1/", "https://1.2.3.4.5/", "https://push.example.0x1/", "https://[::1/", "https://[::1]x/", "https://[fe80::1%25eth0]/",
        "https://[127.0.0.1]/",
        "https://::1/", "https://push.example.org:/", "https://push.example.org:0/", "https://push.example.org:080/",
        "https://push.example.org:65536/",
        "https://push.example.org:99999999999999999999/", "https://push.example.org:-1/", "https://push.example.org:4 43/",
        "https://push.example.org/ x",
        "https://push.example.org/#x", "https://push.example.org\\@127.0.0.1/", "https://push.example.org/\r\nHost: x",
        "https://push.example.org/\u{0}",
        "https://bücher.example/", "https://push。example。org/", "https://１２７.0.0.1/", "https://push.example.org/ü", "https://%31%32%37.0.0.1/",
    ])
    func `what two readers could read differently is refused`(_ text: String) {
        #expect(throws: OutgoingRefusal.malformed) { try OutgoingURL(text) }
    }

    @Test func `ten thousand letters are too long`() {
        #expect(throws: OutgoingRefusal.tooLong) { try OutgoingURL("https://push.example.org/" + String(repeating: "a", count: 10_000)) }
        #expect(throws: OutgoingRefusal.malformed) { try OutgoingURL("https://" + String(repeating: "a", count: 64) + ".example/") }
        #expect(throws: OutgoingRefusal.malformed) { try OutgoingURL("https://" + String(repeating: "a.", count: 130) + "example/") }
    }

    @Test func `whatever is read is read the same again`() throws {
        var noise = Noise(seed: 5)
        let pieces = [
            "https://", "push", ".", "example", "org", ":", "443", "/", "@", "[", "]", "::", "1", "0x", "%", "?", "xn--", "-", "127", "\\", "\u{E9}",
            " ",
        ]
        for _ in 0..<20_000 {
            let text = "https://" + (0..<noise.below(9)).map { _ in pieces[noise.below(pieces.count)] }.joined()
            guard let url = try? OutgoingURL(text) else { continue }
            #expect(try OutgoingURL(url.text) == url, "\(text)")
        }
    }
}

/// The same noise each time (splitmix64).
struct Noise {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((word ^ (word >> 31)) % UInt64(limit))
    }
}
