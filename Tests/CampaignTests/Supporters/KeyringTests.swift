import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct KeyringTests {
    @Test func `what is sealed for a place opens there, and nowhere else`() throws {
        let keyring = try Keyring.still()
        let sealed = keyring.sealed("rosa@example.org", for: "identity 1")
        #expect(try keyring.opened(sealed, for: "identity 1") == "rosa@example.org")
        #expect(throws: Keyring.Trouble.broken) { try keyring.opened(sealed, for: "identity 2") }
    }

    @Test func `a seal of which a bit was changed does not open, nor half of one`() throws {
        let keyring = try Keyring.still()
        let sealed = keyring.sealed("rosa@example.org", for: "identity 1")
        for place in sealed.bytes.indices {
            var bytes = sealed.bytes
            bytes[place] ^= 1
            #expect(throws: Keyring.Trouble.broken) { try keyring.opened(Sealed(keyID: sealed.keyID, bytes: bytes), for: "identity 1") }
        }
        for length in 0..<sealed.bytes.count {
            let half = Sealed(keyID: sealed.keyID, bytes: Array(sealed.bytes.prefix(length)))
            #expect(throws: Keyring.Trouble.broken) { try keyring.opened(half, for: "identity 1") }
        }
    }

    @Test func `two seals of one address differ, so that nobody sees who shares one`() throws {
        let keyring = try Keyring.still()
        #expect(keyring.sealed("rosa@example.org", for: "a") != keyring.sealed("rosa@example.org", for: "a"))
    }

    @Test func `the seal is XChaCha20-Poly1305 as draft-irtf-cfrg-xchacha-03 prints it in appendix A.3.1`() throws {
        let key = (0x80...0x9F).map { UInt8($0) }, nonce = (0x40...0x57).map { UInt8($0) }
        let place: [UInt8] = [0x50, 0x51, 0x52, 0x53, 0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xC5, 0xC6, 0xC7]
        let digits = Array(
            """
            bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39\
            ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9\
            21f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49
            """)
        let sealed = stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
        let text = try Seal.opened(nonce + sealed, key: key, place: place)
        #expect(
            String(decoding: text, as: UTF8.self)
                == "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.")
    }

    @Test func `an old key opens and a new one seals`() throws {
        let old = try Keyring(.still("a")), both = try Keyring(.still("b", "a"))
        let sealed = old.sealed("rosa@example.org", for: "x")
        #expect(try both.opened(sealed, for: "x") == "rosa@example.org")
        #expect(both.sealed("rosa@example.org", for: "x").keyID == "b")
        #expect(throws: Keyring.Trouble.unknownKey("b")) { try old.opened(both.sealed("rosa@example.org", for: "x"), for: "x") }
    }

    @Test func `a program that meets a newer key looks for it, and seals with it from then on`() throws {
        let running = try Keyring(.still("a")) { .still("b", "a") }
        let sealed = try Keyring(.still("b", "a")).sealed("rosa@example.org", for: "x")
        #expect(try running.opened(sealed, for: "x") == "rosa@example.org")
        #expect(running.sealed("rosa@example.org", for: "x").keyID == "b")
    }

    @Test func `keys that find others than ours are not taken over`() throws {
        let strange = Keyring.Keys(
            sealing: Keyring.Keys.still("b").sealing, lookup: Keyring.Key(id: "lookup", bytes: [UInt8](repeating: 8, count: 32)))
        #expect(try Keyring(.still("a")) { strange }.sealed("x", for: "x").keyID == "a")
    }

    @Test func `a key of another length is refused`() {
        let short = Keyring.Key(id: "short", bytes: [1, 2, 3])
        #expect(throws: Keyring.Trouble.misshapen("short")) { try Keyring(Keyring.Keys(sealing: [short], lookup: Keyring.Keys.still().lookup)) }
        #expect(throws: Keyring.Trouble.noKeys) { try Keyring(Keyring.Keys(sealing: [], lookup: short)) }
    }

    @Test func `an address is found when its keys were changed, and is another one in another section`() throws {
        let rosa = try #require(MailAddress("rosa@example.org"))
        let before = try Keyring(.still("a")).lookup(rosa, section: .swiss)
        #expect(try Keyring(.still("b", "a")).lookup(rosa, section: .swiss) == before)
        #expect(try Keyring.still().lookup(rosa, section: .american) != before)
        #expect(before.utf8.count == 43)
    }

    @Test func `a mark for one purpose is none for another`() throws {
        let keyring = try Keyring.still()
        #expect(keyring.mark("x", purpose: "unsubscribe") != keyring.mark("x", purpose: "return path"))
        #expect(keyring.mark("x", purpose: "unsubscribe") == keyring.mark("x", purpose: "unsubscribe"))
    }

    @Test func `an unsubscribe token tells whose it is, and no other can be made of it`() throws {
        let keyring = try Keyring.still(), rosa = Supporter.ID("0123456789abcdef")
        let token = UnsubscribeToken.text(rosa, keyring)
        #expect(UnsubscribeToken.supporter(token, keyring) == rosa)
        #expect(try UnsubscribeToken.supporter(token, Keyring(.still("b", "a"))) == rosa)
        for wrong in [
            "", ".", "x", "0123456789abcdef", "0123456789abcdef.", "1123456789abcdef.\(token.split(separator: ".")[1])", token + "x",
            String(token.dropLast()), token.lowercased() == token ? token.uppercased() : token.lowercased(), token + ".x",
        ] {
            #expect(UnsubscribeToken.supporter(wrong, keyring) == nil, "\(wrong)")
        }
    }
}
