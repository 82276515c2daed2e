import COpenSSL

/// HKDF with SHA-256 (RFC 5869), for keys of at most 32 bytes.
enum KeyDerivation {
    static func key(_ count: Int, from material: [UInt8], salt: [UInt8], for purpose: [UInt8]) throws(CryptographyFailure) -> [UInt8] {
        let extracted = try code(of: material, by: salt)
        return Array(try code(of: purpose + [1], by: extracted).prefix(count))
    }

    /// HMAC with SHA-256 (RFC 2104).
    private static func code(of message: [UInt8], by key: [UInt8]) throws(CryptographyFailure) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: 32), length = 0
        guard EVP_Q_mac(nil, "HMAC", nil, "SHA256", nil, key, key.count, message, message.count, &code, 32, &length) != nil, length == 32 else {
            throw CryptographyFailure(step: "HMAC")
        }
        return code
    }
}
