import COpenSSL

/// A private key. It is only read after it was made, which OpenSSL allows from any number of threads at once.
final class SigningKey: @unchecked Sendable {
    private let key: OpaquePointer
    let isEd25519: Bool

    init(pem: String) throws(UnfitKey) {
        guard let key = Self.read(pem) else { throw .noKey }
        self.key = key
        isEd25519 = EVP_PKEY_get_base_id(key) == EVP_PKEY_ED25519
        guard isEd25519 || EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA else { throw .wrongKind }
        let bits = Int(EVP_PKEY_get_bits(key))
        guard isEd25519 || bits >= 1024 else { throw .tooShort(bits: bits) }
    }

    deinit { EVP_PKEY_free(key) }

    /// The name of the algorithm in a signature (RFC 6376 section 3.3, RFC 8463 section 3).
    var algorithm: String { isEd25519 ? "ed25519-sha256" : "rsa-sha256" }

    /// Signs the SHA-256 digest of `bytes`: the one algorithm does that by itself, the other is given the digest (RFC 8463 section 3).
    func signature(of bytes: [UInt8]) throws(UnfitKey) -> [UInt8] {
        guard let context = EVP_MD_CTX_new() else { throw .failed }
        defer { EVP_MD_CTX_free(context) }
        let signed = isEd25519 ? Self.digest(bytes) : bytes
        guard EVP_DigestSignInit(context, nil, isEd25519 ? nil : EVP_sha256(), nil, key) == 1 else { throw .failed }
        var size = Int(EVP_PKEY_get_size(key)), result = [UInt8](repeating: 0, count: size)
        guard EVP_DigestSign(context, &result, &size, signed, signed.count) == 1 else { throw .failed }
        return Array(result.prefix(size))
    }

    static func digest(_ bytes: [UInt8]) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: 32)
        return EVP_Digest(bytes, bytes.count, &result, nil, EVP_sha256(), nil) == 1 ? result : []
    }

    /// As the `p=` of a DNS record holds it: 32 bytes, or a SubjectPublicKeyInfo.
    var publicBytes: [UInt8] {
        if isEd25519 {
            var size = 32, result = [UInt8](repeating: 0, count: 32)
            return EVP_PKEY_get_raw_public_key(key, &result, &size) == 1 ? result : []
        }
        var start: UnsafeMutablePointer<UInt8>?
        let count = i2d_PUBKEY(key, &start)
        defer { CRYPTO_free(start, nil, 0) }
        return count > 0 ? Array(UnsafeBufferPointer(start: start, count: Int(count))) : []
    }

    /// A key that wants a password is none: nobody is there to be asked.
    private static func read(_ pem: String) -> OpaquePointer? {
        Array(pem.utf8).withUnsafeBytes { bytes in
            // the source reads from these bytes for as long as it lives
            guard let source = BIO_new_mem_buf(bytes.baseAddress, CInt(bytes.count)) else { return nil }
            defer { BIO_free(source) }
            return PEM_read_bio_PrivateKey(source, nil, { _, _, _, _ in 0 }, nil)
        }
    }
}
