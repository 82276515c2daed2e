/// The public half of a passkey, as its authenticator describes it (COSE_Key, RFC 9052 section 7).
struct PasskeyKey: Equatable, Sendable {
    enum Algorithm: String, Sendable, CaseIterable {
        /// ECDSA on P-256 with SHA-256.
        case es256
        /// Ed25519.
        case eddsa

        /// Its number in the IANA registry of COSE algorithms.
        var number: Int64 { self == .es256 ? -7 : -8 }
        fileprivate var length: Int { self == .es256 ? 64 : 32 }
    }

    let algorithm: Algorithm
    /// Both coordinates of the point, or the 32 bytes of an Ed25519 key.
    let bytes: [UInt8]

    init?(_ algorithm: Algorithm, _ bytes: [UInt8]) {
        guard bytes.count == algorithm.length else { return nil }
        self.algorithm = algorithm
        self.bytes = bytes
    }

    /// nil for a key of another kind, and for one with more or less in it than its kind has.
    init?(_ cose: CBOR) {
        guard case .map(let entries) = cose, case .bytes(let x) = cose[.number(-2)], x.count == 32 else { return nil }
        switch (cose[.number(1)], cose[.number(3)], cose[.number(-1)]) {
        case (.number(2), .number(-7), .number(1)):
            guard entries.count == 5, case .bytes(let y) = cose[.number(-3)], y.count == 32 else { return nil }
            self.init(.es256, x + y)
        case (.number(1), .number(-8), .number(6)):
            guard entries.count == 4 else { return nil }
            self.init(.eddsa, x)
        default: return nil
        }
    }

    /// As OpenSSL takes it: a SubjectPublicKeyInfo (RFC 5480 section 2, RFC 8410 section 4).
    var subjectPublicKey: [UInt8] {
        switch algorithm {
        case .es256:
            [
                0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01,
                0x07,
            ]
                + [0x03, 0x42, 0x00, 0x04] + bytes
        case .eddsa: [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00] + bytes
        }
    }
}
