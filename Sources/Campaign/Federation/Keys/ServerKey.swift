package import Foundation

/// The public half of a server's key, as it is published.
package struct ServerKey: Sendable, Equatable, Codable {
    /// 32 bytes in base 64.
    package let publicKey: String
    package let made: String
    /// From when on nothing new is signed with it.
    package var retired: String?
    /// The number of the key before it, and that one's signature on this one.
    package var vouchedBy: String?
    package var voucher: String?

    package init(publicKey: [UInt8], made: Instant, vouchedBy: String? = nil, voucher: String? = nil) {
        self.publicKey = Data(publicKey).base64EncodedString()
        self.made = made.text
        self.vouchedBy = vouchedBy
        self.voucher = voucher
    }

    private enum CodingKeys: String, CodingKey {
        case made, retired, voucher
        case publicKey = "public_key"
        case vouchedBy = "vouched_by"
    }

    package var bytes: [UInt8] { Data(base64Encoded: publicKey).map { Array($0) } ?? [] }

    /// What it is known by: 128 bits of its SHA-256, which nobody makes another key to.
    package var number: String { String(Digest.sha256(bytes).prefix(32)) }

    /// The number as people read it to each other: `1a2b 3c4d …`.
    package var fingerprint: String { Self.fingerprint(of: number) }

    package static func fingerprint(of number: String) -> String {
        stride(from: 0, to: number.count, by: 4).map { String(number.dropFirst($0).prefix(4)) }.joined(separator: " ")
    }

    /// What the key before it signs.
    static func vouched(_ publicKey: [UInt8], made: Instant) -> [UInt8] {
        Array("amparo server key\n\(Data(publicKey).base64EncodedString())\n\(made.text)".utf8)
    }

    /// Whether `elder` signed that this one follows it.
    func isVouched(by elder: ServerKey) -> Bool {
        guard vouchedBy == elder.number, let made = Instant(made), let signature = voucher.flatMap({ Data(base64Encoded: $0) }) else { return false }
        return Ed25519.verifies(Array(signature), of: Self.vouched(bytes, made: made), by: elder.bytes)
    }
}

/// The keys of this server: one that signs, and the public halves of those before it. In a file beside the database and never in it.
package struct ServerKeys: Sendable, Equatable, Codable {
    /// The oldest first.
    package private(set) var keys: [ServerKey]
    /// The secret half of the last, in base 64.
    private let seed: String

    package init(seed: [UInt8], at now: Instant) {
        keys = [ServerKey(publicKey: Ed25519.publicKey(of: seed), made: now)]
        self.seed = Data(seed).base64EncodedString()
    }

    private init(_ keys: [ServerKey], seed: [UInt8]) {
        self.keys = keys
        self.seed = Data(seed).base64EncodedString()
    }

    /// nil for what is no list of keys with a secret that fits.
    package init?(json: Data) {
        guard let read = try? JSONDecoder().decode(ServerKeys.self, from: json), let last = read.keys.last, last.bytes.count == 32,
            Ed25519.publicKey(of: read.secret) == last.bytes
        else { return nil }
        self = read
    }

    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }

    /// The key that signs.
    package var current: ServerKey { keys[keys.count - 1] }

    var secret: [UInt8] { Data(base64Encoded: seed).map { Array($0) } ?? [] }

    /// With another key in front, for which the one so far vouches; its secret is gone with that.
    package func rotated(to seed: [UInt8], at now: Instant) -> ServerKeys {
        let open = Ed25519.publicKey(of: seed), elder = current
        let voucher = Ed25519.signature(of: ServerKey.vouched(open, made: now), by: secret)
        var retired = elder
        retired.retired = now.text
        let next = ServerKey(publicKey: open, made: now, vouchedBy: elder.number, voucher: Data(voucher).base64EncodedString())
        return ServerKeys(keys.dropLast() + [retired, next], seed: seed)
    }
}

extension World {
    /// 32 unguessable bytes.
    package func seed() -> [UInt8] { Digest.bytes(of: Array(token().utf8)) }
}
