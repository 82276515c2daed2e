import Testing

@testable import Campaign

@Suite struct StaffValuesTests {
    /// RFC 6238 appendix B, the last six of the eight digits printed there.
    @Test(arguments: [
        (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"), (2_000_000_000, "279037"),
        (20_000_000_000, "353130"),
    ])
    func `a phone shows what RFC 6238 prints`(seconds: Int64, digits: String) throws {
        let code = try #require(TimeCode(base32: Base32.text(of: Array("12345678901234567890".utf8))))
        #expect(try code.code(at: Instant(milliseconds: seconds * 1_000)) == digits)
    }

    /// RFC 4648 section 10, without padding.
    @Test(arguments: [("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI")])
    func `base 32 is that of RFC 4648, there and back`(plain: String, text: String) {
        #expect(Base32.text(of: Array(plain.utf8)) == text)
        #expect(Base32.bytes(of: text) == Array(plain.utf8))
        #expect(Base32.bytes(of: "M1") == nil)
    }

    @Test func `a password is the same in another spelling of its letters, and another one is not`() throws {
        let hash = try #require(Password("Zürich im Regen")).hash()
        #expect(try #require(Password("Zu\u{308}rich im Regen")).matches(hash))
        #expect(try !#require(Password("Zurich im Regen")).matches(hash))
        #expect(Password("too short") == nil)
        #expect(Password(String(repeating: "a", count: 201)) == nil)
    }

    @Test(arguments: ["r", "1rosa", "rosa@example.org", "rosa lee!", "röschen", String(repeating: "a", count: 41)])
    func `what is no name to sign in with is refused`(text: String) {
        #expect(LoginName(text) == nil)
    }

    @Test func `a name is read in any case and with blanks around it`() {
        #expect(LoginName(" Rosa.Lee ")?.text == "rosa.lee")
    }

    @Test func `everybody at the desk may withdraw, and only admins look after staff`() {
        #expect(Role.allCases.allSatisfy { $0.deeds.contains(.withdraw) && $0.deeds.contains(.look) })
        #expect(Role.allCases.filter { $0.deeds.contains(.administer) } == [.admin])
        #expect(Role.allCases.filter { $0.deeds.contains(.release) } == [.approver, .admin])
    }
}
