import COpenSSL

/// A key pair on the curve P-256.
package struct KeyP256: Sendable {
    /// The private number, 32 bytes.
    package let secret: [UInt8]
    package let point: PointP256

    /// Nil unless the bytes are a private key; of 32 chance bytes, one in four thousand million is none.
    package init?(_ secret: [UInt8]) {
        guard secret.count == 32, let point = Curve.with({ $0.publicKey(secret) }) else { return nil }
        self.secret = secret
        self.point = PointP256(unchecked: point)
    }

    /// The secret shared with the holder of another key (ECDH).
    func shared(with peer: PointP256) throws(CryptographyFailure) -> [UInt8] {
        guard let shared = Curve.with({ $0.shared(secret, with: peer.bytes) }) else { throw CryptographyFailure(step: "ECDH") }
        return shared
    }

    /// ECDSA with SHA-256: r and s, 32 bytes each (RFC 7518 section 3.4).
    func signature(of message: [UInt8]) throws(CryptographyFailure) -> [UInt8] {
        guard let encoded = encodedSignature(of: message), let plain = Self.plain(encoded) else { throw CryptographyFailure(step: "ECDSA") }
        return plain
    }

    private func encodedSignature(of message: [UInt8]) -> [UInt8]? {
        let encoded = encodedKey
        var start: UnsafePointer<UInt8>?
        let key = encoded.withUnsafeBufferPointer { bytes in
            start = bytes.baseAddress
            return d2i_AutoPrivateKey(nil, &start, bytes.count)
        }
        guard let key, let digest = EVP_MD_CTX_new() else { return nil }
        defer { EVP_PKEY_free(key) }
        defer { EVP_MD_CTX_free(digest) }
        var length = 80, bytes = [UInt8](repeating: 0, count: 80)
        guard EVP_DigestSignInit(digest, nil, EVP_sha256(), nil, key) == 1,
            EVP_DigestSign(digest, &bytes, &length, message, message.count) == 1
        else { return nil }
        return Array(bytes.prefix(length))
    }

    /// As RFC 5915 writes it in DER: version 1, the private number, the curve, the public key.
    private var encodedKey: [UInt8] {
        let curve: [UInt8] = [0xA0, 0x0A, 0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07]
        return [0x30, 0x77, 0x02, 0x01, 0x01, 0x04, 0x20] + secret + curve + [0xA1, 0x44, 0x03, 0x42, 0x00] + point.bytes
    }

    /// The two numbers of a DER signature, each filled up with zeros to 32 bytes.
    private static func plain(_ encoded: [UInt8]) -> [UInt8]? {
        let pair = encoded.withUnsafeBufferPointer { bytes in
            var start = bytes.baseAddress
            return d2i_ECDSA_SIG(nil, &start, bytes.count)
        }
        guard let pair else { return nil }
        defer { ECDSA_SIG_free(pair) }
        var plain = [UInt8](repeating: 0, count: 64)
        let isWhole = plain.withUnsafeMutableBufferPointer { bytes in
            BN_bn2binpad(ECDSA_SIG_get0_r(pair), bytes.baseAddress, 32) == 32
                && BN_bn2binpad(ECDSA_SIG_get0_s(pair), bytes.baseAddress.map { $0 + 32 }, 32) == 32
        }
        return isWhole ? plain : nil
    }
}
