import COpenSSL

/// AES in Galois/Counter mode with a key of 128 bits (NIST SP 800-38D).
enum GCM {
    /// The ciphertext and behind it the tag of 16 bytes. A nonce serves once for a key.
    static func sealed(_ text: [UInt8], key: [UInt8], nonce: [UInt8]) throws(CryptographyFailure) -> [UInt8] {
        guard key.count == 16, nonce.count == 12, let cipher = EVP_CIPHER_CTX_new() else { throw CryptographyFailure(step: "AES-GCM") }
        defer { EVP_CIPHER_CTX_free(cipher) }
        var length: Int32 = 0, rest: Int32 = 0
        var sealed = [UInt8](repeating: 0, count: text.count + 16), tag = [UInt8](repeating: 0, count: 16)
        guard EVP_EncryptInit_ex(cipher, EVP_aes_128_gcm(), nil, key, nonce) == 1,
            EVP_EncryptUpdate(cipher, &sealed, &length, text, Int32(text.count)) == 1, Int(length) == text.count,
            EVP_EncryptFinal_ex(cipher, &tag, &rest) == 1, rest == 0,
            EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_GET_TAG, 16, &tag) == 1
        else { throw CryptographyFailure(step: "AES-GCM") }
        sealed.replaceSubrange(text.count..., with: tag)
        return sealed
    }
}
