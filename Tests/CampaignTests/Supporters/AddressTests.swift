import Documents
import TestSupport
import Testing

@testable import Campaign

@Suite struct AddressTests {
    @Test(arguments: [
        ("Rosa@Example.ORG", "rosa@example.org"), ("rosa+ua@example.org", "rosa+ua@example.org"), ("o'brien@example.org", "o'brien@example.org"),
        ("rosa@XN--BCHER-KVA.example", "rosa@xn--bcher-kva.example"),
    ])
    func `spellings of one mailbox are found as one`(_ given: String, _ compared: String) throws {
        #expect(try #require(MailAddress(given)).comparable == compared)
    }

    @Test func `a plus tag or a dot makes another mailbox`() throws {
        let keyring = try Keyring.still()
        let lookups = ["rosa@example.org", "rosa+ua@example.org", "r.osa@example.org", "rosa@example.net"].compactMap(MailAddress.init)
            .map { keyring.lookup($0, section: .international) }
        #expect(Set(lookups).count == 4)
    }

    @Test(arguments: [
        ["rosa@bücher.example", "rosa@bu\u{308}cher.example", "ROSA@BÜCHER.example", "rosa@xn--bcher-kva.example"],
        ["rosa@почему.example", "rosa@ПОЧЕМУ.example", "rosa@xn--e1aoedxv.example"],
        ["\"rosa\"@example.org", "\"r\\osa\"@example.org", "rosa@example.org"],
    ])
    func `a domain in two alphabets and a local part in quotes are one mailbox`(_ spellings: [String]) throws {
        #expect(Set(try spellings.map { try #require(MailAddress($0)).comparable }).count == 1)
    }

    @Test(arguments: [
        ("rosa@gmial.com", "rosa@gmail.com"), ("rosa@gmai.com", "rosa@gmail.com"), ("rosa@gmail.con", "rosa@gmail.com"),
        ("Rosa+ua@HOTMIAL.com", "Rosa+ua@hotmail.com"), ("rosa@hotmaill.com", "rosa@hotmail.com"), ("rosa@yahooo.com", "rosa@yahoo.com"),
        ("rosa@gmx.dee", "rosa@gmx.de"), ("rosa@bleuwin.ch", "rosa@bluewin.ch"), ("rosa@outlok.com", "rosa@outlook.com"),
    ])
    func `a slip of the finger is noticed`(_ typed: String, _ meant: String) throws {
        #expect(AddressTypo.suggestion(for: try #require(MailAddress(typed)))?.text == meant)
    }

    @Test(arguments: [
        "rosa@gmail.com", "rosa@GMAIL.com", "rosa@mail.com", "rosa@ymail.com", "rosa@gmx.at", "rosa@example.org", "rosa@amnesty.org", "rosa@gmx.com",
        "rosa@uni-basel.ch", "rosa@mail.example.org",
    ])
    func `an address that looks right is left alone`(_ typed: String) throws {
        #expect(AddressTypo.suggestion(for: try #require(MailAddress(typed))) == nil)
    }

    @Test(arguments: [
        "", " ", "rosa", "rosa@", "@example.org", "rosa@example.org\r\nBcc: all@example.org", "rosa@example.org\nX: y", "rosa@exa mple.org",
        "rosa@example.org\u{0}", "rosa@example.org, ana@example.org", "<rosa@example.org>",
    ])
    func `what is no address, or carries a header with it, is refused in words`(_ typed: String) {
        #expect(throws: FormProblems.self) { try MailAddress(typed: typed) }
        do {
            _ = try MailAddress(typed: typed)
        } catch {
            #expect(error["address"] != nil)
        }
    }

    @Test func `blanks around an address are not part of it, and everything else is kept as given`() throws {
        #expect(try MailAddress(typed: "  Rosa.Q+UA@Example.org ").text == "Rosa.Q+UA@Example.org")
    }
}
