import CSodium

/// The SHA-256 of some bytes (FIPS 180-4), as 64 hexadecimal digits: how a document or a form token is recognised without being kept.
package enum Digest {
    package static func sha256(_ bytes: [UInt8]) -> String {
        Hexadecimal.text(of: self.bytes(of: bytes))
    }

    /// The 32 bytes themselves.
    static func bytes(of bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        return digest
    }

    package static func sha256(_ text: String) -> String {
        sha256(Array(text.utf8))
    }
}
