import Outgoing
import Testing

@Suite struct PushCipherTests {
    /// RFC 8291 appendix A.
    @Test func `the example of the standard comes out byte by byte`() throws {
        let sender = try #require(Base64URL.bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw").flatMap(KeyP256.init))
        #expect(Base64URL.text(of: sender.point.bytes) == "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")
        let browser = try #require(
            PushAddress(
                endpoint: "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV",
                key: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4", secret: "BTBZMqHH6r4Tts7J_aSIgg"))
        let salt = try #require(Base64URL.bytes("DGv6ra1nlYgDCS1FRnbzlw"))
        let sealed = try PushCipher(ephemeral: sender, salt: salt).sealed(Array("When I grow up, I want to be a watermelon".utf8), for: browser)
        #expect(
            Base64URL.text(of: sealed)
                == "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_"
                + "yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN")
    }

    @Test func `a key that is no point of the curve is refused`() {
        let point = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4", secret = "BTBZMqHH6r4Tts7J_aSIgg"
        func address(_ key: String, _ secret: String) -> PushAddress? {
            PushAddress(endpoint: "https://push.example.net/a", key: key, secret: secret)
        }
        #expect(address(point, secret) != nil)
        #expect(address(String(point.dropLast(2)) + "00", secret) == nil, "another y")
        #expect(address("A" + point.dropFirst(), secret) == nil && address(String(point.dropLast(4)), secret) == nil)
        #expect(address(Base64URL.text(of: [0]), secret) == nil, "the point at infinity")
        #expect(address(Base64URL.text(of: [4] + [UInt8](repeating: 255, count: 64)), secret) == nil)
        #expect(address(point, "BTBZMqHH6r4Tts7J_aSI") == nil && address(point, "") == nil && address("", secret) == nil)
        #expect(address(String(repeating: "A", count: 1_000_000), secret) == nil)
    }

    @Test func `nought and what is not below the order of the curve are no private keys`() {
        #expect(KeyP256([UInt8](repeating: 0, count: 32)) == nil)
        #expect(KeyP256([UInt8](repeating: 255, count: 32)) == nil)
        #expect(KeyP256([1]) == nil)
        #expect(KeyP256([UInt8](repeating: 0, count: 31) + [1]) != nil)
    }

    @Test func `the length of a message tells little`() throws {
        let key = try #require(KeyP256([UInt8](repeating: 7, count: 32)))
        let browser = try #require(
            PushAddress(endpoint: "https://a.example/", key: Base64URL.text(of: key.point.bytes), secret: "BTBZMqHH6r4Tts7J_aSIgg"))
        let cipher = PushCipher(ephemeral: key, salt: [UInt8](repeating: 1, count: 16))
        func length(_ count: Int) throws -> Int { try cipher.sealed([UInt8](repeating: 65, count: count), for: browser, step: 1_024).count }
        #expect(try length(1) == length(1_024) && length(1_025) == length(2_048))
        #expect(try length(PushCipher.longest) == 4_096)
        #expect(throws: CryptographyFailure.self) { try length(PushCipher.longest + 1) }
    }
}
