import CSodium

/// Signatures by Ed25519 (RFC 8032), as libsodium makes them: the same message and key give the same signature.
package enum Ed25519 {
    package static let seedBytes = 32

    /// The public half of a seed; empty for what is no seed.
    package static func publicKey(of seed: [UInt8]) -> [UInt8] { pair(of: seed)?.open ?? [] }

    /// Empty for what is no seed.
    package static func signature(of message: [UInt8], by seed: [UInt8]) -> [UInt8] {
        guard let pair = pair(of: seed) else { return [] }
        var signature = [UInt8](repeating: 0, count: 64)
        crypto_sign_detached(&signature, nil, message, UInt64(message.count), pair.secret)
        return signature
    }

    /// False for any signature or key that is not of the right length too.
    package static func verifies(_ signature: [UInt8], of message: [UInt8], by publicKey: [UInt8]) -> Bool {
        guard signature.count == 64, publicKey.count == 32 else { return false }
        return crypto_sign_verify_detached(signature, message, UInt64(message.count), publicKey) == 0
    }

    private static func pair(of seed: [UInt8]) -> (open: [UInt8], secret: [UInt8])? {
        guard seed.count == seedBytes else { return nil }
        var open = [UInt8](repeating: 0, count: 32), secret = [UInt8](repeating: 0, count: 64)
        crypto_sign_seed_keypair(&open, &secret, seed)
        return (open, secret)
    }
}
