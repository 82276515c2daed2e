import COpenSSL
import Foundation
import TestSupport
import Testing

@testable import Campaign

/// An authenticator of the test's own, with an Ed25519 key: does what a good one does, and what a bad one might.
struct StandInAuthenticator {
    /// What it says when somebody touched it and it knew them.
    static let told: UInt8 = 0x05

    let seed: [UInt8]
    let id: [UInt8]
    var counter: UInt32 = 0

    init(_ name: String) {
        seed = Digest.bytes(of: Array("seed \(name)".utf8))
        id = Digest.bytes(of: Array("id \(name)".utf8))
    }

    func new(
        _ challenge: PasskeyChallenge, at site: PasskeySite, type: String = "webauthn.create", flags: UInt8 = StandInAuthenticator.told,
        format: String = "none",
        host: String? = nil
    ) throws -> NewPasskey {
        let cose: [UInt8] = [0xa4, 0x01, 0x01, 0x03, 0x27, 0x20, 0x06, 0x21, 0x58, 0x20] + key { EVP_PKEY_get_raw_public_key($0, $1, $2) }
        let data = head(host ?? site.host, flags | 0x40) + [UInt8](repeating: 0, count: 16) + [0, 32] + id + cose
        let object: [UInt8] =
            [0xa3, 0x63] + Array("fmt".utf8) + [0x60 + UInt8(format.utf8.count)] + Array(format.utf8) + [0x67] + Array("attStmt".utf8) + [0xa0, 0x68]
            + Array("authData".utf8) + [0x58, UInt8(data.count)] + data
        let client = client(type, challenge.text, site.origin)
        return try #require(NewPasskey(client: WebSafeBase64.text(of: client), attestation: WebSafeBase64.text(of: object)))
    }

    func answer(
        _ challenge: PasskeyChallenge, at site: PasskeySite, owner: StaffMember.ID, type: String = "webauthn.get",
        flags: UInt8 = StandInAuthenticator.told, origin: String? = nil, host: String? = nil, crossOrigin: Bool = false, isForged: Bool = false
    ) throws -> PasskeyAnswer {
        let data = head(host ?? site.host, flags), client = client(type, challenge.text, origin ?? site.origin, crossOrigin)
        var signature = signature(of: data + Digest.bytes(of: client))
        if isForged { signature[10] ^= 1 }
        let text = WebSafeBase64.text(of:)
        return try #require(
            PasskeyAnswer(
                credential: text(id), client: text(client), statement: text(data), signature: text(signature), owner: text(Array(owner.text.utf8))))
    }

    private func head(_ host: String, _ flags: UInt8) -> [UInt8] {
        Digest.bytes(of: Array(host.utf8)) + [flags] + (0..<4).map { UInt8(truncatingIfNeeded: counter >> (24 - 8 * UInt32($0))) }
    }

    private func client(_ type: String, _ challenge: String, _ origin: String, _ crossOrigin: Bool = false) -> [UInt8] {
        Array("{\"type\":\"\(type)\",\"challenge\":\"\(challenge)\",\"origin\":\"\(origin)\",\"crossOrigin\":\(crossOrigin)}".utf8)
    }

    private func signature(of message: [UInt8]) -> [UInt8] {
        let context = EVP_MD_CTX_new(), key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count)
        defer {
            EVP_MD_CTX_free(context)
            EVP_PKEY_free(key)
        }
        var signature = [UInt8](repeating: 0, count: 64), count = 64
        EVP_DigestSignInit(context, nil, nil, nil, key)
        EVP_DigestSign(context, &signature, &count, message, message.count)
        return signature
    }

    private func key(_ read: (OpaquePointer?, UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<Int>) -> CInt) -> [UInt8] {
        let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count)
        defer { EVP_PKEY_free(key) }
        var bytes = [UInt8](repeating: 0, count: 32), count = 32
        _ = read(key, &bytes, &count)
        return bytes
    }
}
