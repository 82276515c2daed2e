/// Encrypts a message so that the browser alone can read it, and not its push service (RFC 8291; content coding aes128gcm, RFC 8188).
package struct PushCipher: Sendable {
    /// What a push service takes at least (RFC 8030 section 7.2), less header, tag and delimiter.
    package static let longest = 4_096 - 86 - 17
    /// Made for this message alone.
    private let ephemeral: KeyP256
    private let salt: [UInt8]

    /// - Parameters:
    ///   - ephemeral: a key pair for one message.
    ///   - salt: 16 chance bytes for one message.
    package init(ephemeral: KeyP256, salt: [UInt8]) {
        self.ephemeral = ephemeral
        self.salt = salt
    }

    /// The body of the request: one record.
    ///
    /// - Parameters:
    ///   - message: at most ``longest`` bytes.
    ///   - step: the message is filled up to a multiple of so many bytes, so that its length tells the push service little (RFC 8291 section 4).
    package func sealed(_ message: [UInt8], for address: PushAddress, step: Int = 1) throws(CryptographyFailure) -> [UInt8] {
        guard salt.count == 16, message.count <= Self.longest else { throw CryptographyFailure(step: "too long a message") }
        let material = try material(for: address)
        let key = try KeyDerivation.key(16, from: material, salt: salt, for: Self.purpose("Content-Encoding: aes128gcm"))
        let nonce = try KeyDerivation.key(12, from: material, salt: salt, for: Self.purpose("Content-Encoding: nonce"))
        let filled = min((message.count + step - 1) / step * step, Self.longest)
        let record = message + [2] + [UInt8](repeating: 0, count: filled - message.count)
        return header + (try GCM.sealed(record, key: key, nonce: nonce))
    }

    /// RFC 8188 section 2.1: salt, record size 4096, length of the key's name, and the key itself as its name.
    private var header: [UInt8] {
        salt + [0, 0, 0x10, 0, 65] + ephemeral.point.bytes
    }

    /// RFC 8291 section 3.4.
    private func material(for address: PushAddress) throws(CryptographyFailure) -> [UInt8] {
        let shared = try ephemeral.shared(with: address.key)
        let purpose = Self.purpose("WebPush: info") + address.key.bytes + ephemeral.point.bytes
        return try KeyDerivation.key(32, from: shared, salt: address.secret, for: purpose)
    }

    private static func purpose(_ text: String) -> [UInt8] {
        Array(text.utf8) + [0]
    }
}
