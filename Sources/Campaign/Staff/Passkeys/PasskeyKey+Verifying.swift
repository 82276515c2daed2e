import COpenSSL

extension PasskeyKey {
    /// Whether this key's other half signed that message. False for a point that is not on the curve.
    func hasSigned(_ message: [UInt8], _ signature: [UInt8]) -> Bool {
        guard let key = open(), let context = EVP_MD_CTX_new() else { return false }
        defer {
            EVP_PKEY_free(key)
            EVP_MD_CTX_free(context)
        }
        guard EVP_DigestVerifyInit(context, nil, algorithm == .eddsa ? nil : EVP_sha256(), nil, key) == 1 else { return false }
        return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }

    /// Whether OpenSSL takes it for a key.
    var isOnCurve: Bool {
        guard let key = open() else { return false }
        EVP_PKEY_free(key)
        return true
    }

    private func open() -> OpaquePointer? {
        subjectPublicKey.withUnsafeBufferPointer { bytes in
            var start = bytes.baseAddress
            return d2i_PUBKEY(nil, &start, bytes.count)
        }
    }
}
