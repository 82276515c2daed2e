import Outgoing
import Testing

@Suite struct PushPostTests {
    private let now = 1_638_266_400

    private func send(_ text: String, _ peer: Peer, _ path: String, topic: String? = "dGhlLXRvcGlj") async throws -> Reception {
        let key = try #require(KeyP256([UInt8](repeating: 9, count: 32))), ephemeral = try #require(KeyP256([UInt8](repeating: 3, count: 32)))
        let post = PushPost(try peer.gate(), as: ServerIdentity(key, contact: "mailto:alerts@example.org"))
        let message = PushMessage(Array(text.utf8), lifetime: 86_400, urgency: .high, topic: topic)
        let cipher = PushCipher(ephemeral: ephemeral, salt: [UInt8](repeating: 5, count: 16))
        return await post.send(message, to: try peer.browser(path), by: cipher, at: now)
    }

    @Test func `another implementation reads the message and finds our token good`() async throws {
        try await Peer.with { (peer) async throws in
            let text = "Ilse Brandmark: 3 Tage noch – schreiben Sie jetzt. ✉️"
            #expect(try await send(text, peer, "/push/1") == .taken)
            let seen = try #require(try await peer.seen().first)
            #expect(seen.error == nil && seen.message == .text(text))
            #expect(seen.headers?["ttl"] == "86400" && seen.headers?["urgency"] == "high" && seen.headers?["topic"] == "dGhlLXRvcGlj")
            #expect(seen.headers?["content-encoding"] == "aes128gcm" && seen.headers?["user-agent"] == nil)
            let token = try #require(seen.token)
            #expect(token.head == ["typ": "JWT", "alg": "ES256"])
            #expect(token.claims.aud == "https://127.0.0.1:\(peer.start.port)" && token.claims.sub == "mailto:alerts@example.org")
            #expect(token.claims.exp > now && token.claims.exp <= now + 86_400)
        }
    }

    private let judged: [(Int, Reception)] = [
        (404, Reception.gone), (410, .gone), (429, .later("status 429", after: 120)), (503, .later("status 503", after: 120)),
        (500, .later("status 500", after: nil)), (400, .refused("status 400")), (413, .refused("status 413")), (307, .refused("status 307")),
    ]

    @Test func `an answer is judged by its status`() async throws {
        try await Peer.with { (peer) async throws in
            for (status, reception) in judged {
                #expect(try await send("Bonjour", peer, "/push/\(status)") == reception)
            }
        }
    }

    @Test func `a subscription on our own network gets nothing`() async throws {
        let key = try #require(KeyP256([UInt8](repeating: 9, count: 32)))
        let post = PushPost(OutgoingGate(), as: ServerIdentity(key, contact: "mailto:alerts@example.org"))
        let browser = try #require(
            PushAddress(endpoint: "https://169.254.169.254/latest", key: Base64URL.text(of: key.point.bytes), secret: "BTBZMqHH6r4Tts7J_aSIgg"))
        let message = PushMessage([65], lifetime: 0, urgency: .low, topic: nil)
        let reception = await post.send(message, to: browser, by: PushCipher(ephemeral: key, salt: [UInt8](repeating: 1, count: 16)), at: now)
        #expect(reception == .refused("refused: not a public address (link-local)"))
    }
}
