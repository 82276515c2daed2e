import CSodium

/// Authenticated encryption and keyed hashes, as libsodium has them.
enum Seal {
    static let keyLength = 32
    private static let nonceLength = 24, tagLength = 16, markLength = 32

    /// A random nonce, the sealed bytes and their tag (XChaCha20-Poly1305, draft-irtf-cfrg-xchacha section 2; a random nonce of 24 bytes
    /// does not repeat). It comes from libsodium and not from the world: a nonce that a test could hold still would open what it seals.
    static func closed(_ bytes: [UInt8], key: [UInt8], place: [UInt8]) -> [UInt8] {
        var nonce = [UInt8](repeating: 0, count: nonceLength), sealed = [UInt8](repeating: 0, count: bytes.count + tagLength)
        randombytes_buf(&nonce, nonceLength)
        crypto_aead_xchacha20poly1305_ietf_encrypt(
            &sealed, nil, bytes, UInt64(bytes.count), place, UInt64(place.count), nil, nonce, key)
        return nonce + sealed
    }

    static func opened(_ sealed: [UInt8], key: [UInt8], place: [UInt8]) throws(Keyring.Trouble) -> [UInt8] {
        guard sealed.count >= nonceLength + tagLength else { throw .broken }
        let nonce = Array(sealed.prefix(nonceLength)), rest = Array(sealed.dropFirst(nonceLength))
        var bytes = [UInt8](repeating: 0, count: rest.count - tagLength)
        let isTrue = crypto_aead_xchacha20poly1305_ietf_decrypt(
            &bytes, nil, nil, rest, UInt64(rest.count), place, UInt64(place.count), nonce, key)
        guard isTrue == 0 else { throw .broken }
        return bytes
    }

    /// BLAKE2b, keyed (RFC 7693 section 2.9), of the purpose, a line end, and the text: a mark for one purpose is none for another.
    static func mark(_ text: [UInt8], key: [UInt8], purpose: String) -> [UInt8] {
        var mark = [UInt8](repeating: 0, count: markLength)
        let message = Array(purpose.utf8) + [0x0A] + text
        crypto_generichash(&mark, markLength, message, UInt64(message.count), key, key.count)
        return mark
    }
}
