/// What an authenticator says of itself and of what its owner did (WebAuthn level 3, section 6.1).
struct AuthenticatorStatement: Equatable, Sendable {
    /// A key pair that it made just now.
    struct Credential: Equatable, Sendable {
        let id: [UInt8]
        let key: PasskeyKey
    }

    /// WebAuthn section 4: a credential's id is at most so long.
    static let longestID = 1_023

    /// The SHA-256 of the host that it was asked for.
    let siteHash: [UInt8]
    let counter: Int64
    /// Somebody touched it.
    let isPresent: Bool
    /// It knows that this was its owner: by a PIN, a finger, a face.
    let isVerified: Bool
    let credential: Credential?

    /// nil for what is no such statement, to the last byte.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 37, bytes.count <= 4_096 else { return nil }
        let flags = bytes[32]
        siteHash = Array(bytes[0..<32])
        isPresent = flags & 0x01 != 0
        isVerified = flags & 0x04 != 0
        counter = bytes[33..<37].reduce(0) { $0 << 8 | Int64($1) }
        // A key that is copied must be one that may be (section 6.1.3).
        guard flags & 0x10 == 0 || flags & 0x08 != 0 else { return nil }
        var reading = CBORReading(bytes, from: 37)
        if flags & 0x40 != 0 {
            guard bytes.count >= 55 else { return nil }
            let length = Int(bytes[53]) << 8 | Int(bytes[54])
            guard length > 0, length <= Self.longestID, bytes.count > 55 + length else { return nil }
            reading = CBORReading(bytes, from: 55 + length)
            guard let cose = try? reading.value(), let key = PasskeyKey(cose) else { return nil }
            credential = Credential(id: Array(bytes[55..<(55 + length)]), key: key)
        } else {
            credential = nil
        }
        if flags & 0x80 != 0 {
            guard case .map = try? reading.value() else { return nil }
        }
        guard reading.place == bytes.count else { return nil }
    }

    /// The statement in an attestation of the format "none": we ask for no other, since whose make an authenticator is is no affair of ours.
    init?(attestation bytes: [UInt8]) {
        guard bytes.count <= 8_192, let object = try? CBOR(bytes), case .map(let entries) = object, entries.count == 3,
            object[.text("fmt")] == .text("none"), object[.text("attStmt")] == .map([]), case .bytes(let statement) = object[.text("authData")]
        else { return nil }
        self.init(statement)
    }
}
