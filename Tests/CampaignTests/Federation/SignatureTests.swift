import Foundation
import TestSupport
import Testing

@testable import Campaign

/// RFC 9421 and RFC 9530 by their own examples.
@Suite struct SignatureTests {
    /// The key of RFC 9421 appendix B.1.4.
    private static let seed = bytes("n4Ni+HpISpVObnQMW0wOhCKROaIKqKtW/2ZYb2p9KcU=")
    private static let open = bytes("JrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=")

    private static func bytes(_ base64: String) -> [UInt8] { Data(base64Encoded: base64).map { Array($0) } ?? [] }

    /// Appendix B.2.6.
    private static let input =
        #"sig-b26=("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519""#
    private static let signature = "sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:"
    private static let values = [
        #""date""#: "Tue, 20 Apr 2021 02:07:55 GMT", #""@method""#: "POST", #""@path""#: "/foo", #""@authority""#: "example.com",
        #""content-type""#: "application/json", #""content-length""#: "18",
    ]

    @Test func `the example of the RFC has the lines and the signature that the RFC gives`() throws {
        let input = try #require(SignatureInput(Self.input)), base = try #require(input.base(Self.values))
        #expect(
            String(decoding: base, as: UTF8.self) == """
                "date": Tue, 20 Apr 2021 02:07:55 GMT
                "@method": POST
                "@path": /foo
                "@authority": example.com
                "content-type": application/json
                "content-length": 18
                "@signature-params": ("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"
                """)
        #expect(Ed25519.publicKey(of: Self.seed) == Self.open)
        let made = "sig-b26=:\(Data(Ed25519.signature(of: base, by: Self.seed)).base64EncodedString()):"
        #expect(made == Self.signature)
        #expect(SignatureFields(input: Self.input, signature: Self.signature).holds(Self.values, by: Self.open))
    }

    @Test func `any other value, component, key or sign makes the signature another's`() {
        let fields = SignatureFields(input: Self.input, signature: Self.signature)
        for component in Self.values.keys {
            var values = Self.values
            values[component] = "x"
            #expect(!fields.holds(values, by: Self.open), "\(component)")
            values[component] = nil
            #expect(!fields.holds(values, by: Self.open), "\(component)")
        }
        #expect(!fields.holds(Self.values, by: Ed25519.publicKey(of: [UInt8](repeating: 1, count: 32))))
        for input in [Self.input.replacing("1618884473", with: "1618884474"), Self.input.replacing("sig-b26", with: "sig")] {
            #expect(!SignatureFields(input: input, signature: Self.signature).holds(Self.values, by: Self.open))
        }
        for signature in ["", "sig-b26=", "sig-b26=::", Self.signature + ":", Self.signature.replacing("wq", with: "wr")] {
            #expect(!SignatureFields(input: Self.input, signature: signature).holds(Self.values, by: Self.open), "\(signature)")
        }
    }

    @Test func `a digest is the one of RFC 9530, and holds for its body alone`() {
        let body = Array(#"{"hello": "world"}"#.utf8) + [0x0A]
        #expect(ContentDigest.field(of: body) == "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:")
        #expect(ContentDigest.holds("sha-512=:YQ==:, sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:", of: body))
        #expect(!ContentDigest.holds("sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:", of: Array(body.dropLast())))
    }

    @Test(arguments: [
        "", "a", "a=", "a=(", #"a=("x"#, #"a=("x" "x")"#, #"a=("x"  "y")"#, #"a=( "x")"#, #"a=("X")"#, #"a=("x";sf)"#, #"a=("x";req;req)"#, #"a=(x)"#,
        #"a=("x");created"#, #"a=("x");created=01"#, #"a=("x");created=-1"#, #"a=("x");created=1;created=2"#, #"a=("x");nonce="\"""#,
        #"a=("x");nonce="a"#, #"a=("x"); created=1"#, #"a=("x"), b=("y")"#, #"a=("x");created=9999999999999999"#, #"A=("x")"#,
    ])
    func `what is not written exactly so is nobody's signature`(_ field: String) {
        #expect(SignatureInput(field) == nil)
    }

    @Test func `a request is taken for five minutes, and an answer for its own question alone`() throws {
        let now = try #require(Instant("2021-11-30T10:00:00.000Z")),
            request = PartnerRequest("GET", authority: "int.example.org", path: "/a", query: "?b=1")
        let fields = SignatureFields(request.components, request.values, by: Self.seed, keyID: "k", nonce: "n", at: now)
        let input = try #require(fields.read(covering: request.components))
        #expect(fields.holds(request.values, by: Self.open))
        #expect([-61, -60, 0, 360, 361].map { input.isCurrent(at: now.adding(seconds: $0)) } == [false, true, true, true, false])
        // signed without its query, it is no signature of the request
        let few = Array(request.components.dropLast())
        #expect(SignatureFields(few, request.values, by: Self.seed, keyID: "k", nonce: "n", at: now).read(covering: request.components) == nil)
        let answer = PartnerAnswer(status: 200, body: [1]), values = answer.values(to: request, signed: fields.signature)
        let signed = SignatureFields(PartnerAnswer.components, values, by: Self.seed, keyID: "k", nonce: "m", at: now)
        #expect(signed.holds(values, by: Self.open))
        let other = SignatureFields(request.components, request.values, by: Self.seed, keyID: "k", nonce: "n2", at: now)
        #expect(!signed.holds(answer.values(to: request, signed: other.signature), by: Self.open))
        #expect(!signed.holds(PartnerAnswer(status: 204, body: [1]).values(to: request, signed: fields.signature), by: Self.open))
    }

    @Test func `a key that follows another is trusted by whoever trusts that one, and no other key is`() throws {
        let now = try #require(Instant("2021-11-30T10:00:00.000Z")), first = ServerKeys(seed: Self.seed, at: now)
        let second = first.rotated(to: [UInt8](repeating: 2, count: 32), at: now),
            third = second.rotated(to: [UInt8](repeating: 3, count: 32), at: now)
        let card = ServerCard(server: "https://int.example.org", name: "International", keys: third.keys)
        #expect(card.trusted(by: [first.current]).map(\.number) == third.keys.map(\.number))
        #expect(card.trusted(by: [ServerKeys(seed: [UInt8](repeating: 9, count: 32), at: now).current]).isEmpty)
        #expect(third.keys.map { $0.retired == nil } == [false, false, true])
        #expect(!(try third.json()).contains(Data(Self.seed).base64EncodedString()))
        #expect(ServerKeys(json: Data(try third.json().utf8)) == third)
        #expect(ServerCard(json: Array(try card.json().utf8), of: card.server) == card)
        #expect(ServerCard(json: Array(try card.json().utf8), of: "https://other.example.org") == nil)
    }
}
