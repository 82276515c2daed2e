import Documents
import Testing

@Suite struct MailAddressTests {
    @Test(arguments: [
        ("rosa@example.org", "rosa@example.org"), ("Rosa.Lee+ua@Example.ORG", "Rosa.Lee+ua@example.org"),
        ("\"Rosa Lee\"@example.org", "\"Rosa Lee\"@example.org"),
        ("\"a@b\"@example.org", "\"a@b\"@example.org"), ("\"a\\\"b\\\\\"@example.org", "\"a\\\"b\\\\\"@example.org"), ("a@localhost", "a@localhost"),
        ("rosa@münchen.example", "rosa@xn--mnchen-3ya.example"), ("rosa@MÜNCHEN.example", "rosa@xn--mnchen-3ya.example"),
        ("rosa@例え.テスト", "rosa@xn--r8jz45g.xn--zckzah"), ("o'brien!#$%&'*+-/=?^_`{|}~@example.org", "o'brien!#$%&'*+-/=?^_`{|}~@example.org"),
    ])
    func `an address is kept as it was given, and travels in ASCII`(_ given: String, _ wire: String) throws {
        let address = try #require(MailAddress(given))
        #expect(address.text == given && address.wire == wire)
    }

    @Test(arguments: [
        "\"a\"b\"@example.org", "\"a\\\"@example.org", "\"\"@example.org", "\"a\r\n\"@example.org", "\"a\u{0}\"@example.org", "\"ä\"@example.org",
        "a@-example.org",
        "a@example-.org", "a@mün chen.example", "a@mün/chen.example", "a@mün\u{200B}chen.example", "a@mün:80", "a@ü@example.org",
        "a@münchen..example",
        "a@exam\u{202E}ple.org", "a@\u{FF0F}x.example", "a@\u{2024}.example", "\(String(repeating: "a", count: 65))@example.org",
    ])
    func `what servers would read in two ways is no address`(_ text: String) {
        #expect(MailAddress(text) == nil)
    }

    @Test func `its parts are told apart at the last sign`() throws {
        let address = try #require(MailAddress("\"a@b\"@Münche.example"))
        #expect(address.local == "\"a@b\"" && address.domain == "xn--mnche-kva.example")
    }
}
