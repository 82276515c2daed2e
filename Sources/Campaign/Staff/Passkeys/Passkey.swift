import Storage

/// A way in that cannot be guessed, told on or typed into a false page: a key pair whose secret half never leaves somebody's phone or key.
package struct Passkey: Sendable, Equatable {
    package typealias ID = Campaign.ID<Passkey>

    package let id: ID
    let owner: StaffMember.ID
    /// The host it was made for, and opens.
    package let host: String
    /// As its owner calls it.
    package let name: String
    /// By which its authenticator knows it.
    let credential: [UInt8]
    let key: PasskeyKey
    /// How often it signed, where its authenticator counts; else 0.
    let counter: Int64
    package let createdAt: Instant
    package let usedAt: Instant?
    /// When it counted less than before: there is a copy of it somewhere. It opens nothing from then on.
    package let fellBackAt: Instant?

    static let longestName = 60
    /// So many of one person; more is a mistake.
    static let most = 20

    static func hash(of credential: [UInt8]) -> String { Digest.sha256(credential) }
}

/// Where a passkey is asked for: the section's host, and how its pages' addresses begin.
package struct PasskeySite: Sendable, Equatable {
    package let host: String
    package let origin: String

    package init(host: String, origin: String) {
        self.host = host
        self.origin = origin
    }

    var hash: [UInt8] { Digest.bytes(of: Array(host.utf8)) }
}

/// What a browser brings back from an authenticator that made a key pair.
package struct NewPasskey: Sendable {
    let client: [UInt8]
    let attestation: [UInt8]

    package init?(client: String, attestation: String) {
        guard let client = WebSafeBase64.bytes(of: client), let attestation = WebSafeBase64.bytes(of: attestation) else { return nil }
        self.client = client
        self.attestation = attestation
    }
}

/// What a browser brings back from an authenticator that signed.
package struct PasskeyAnswer: Sendable {
    let credential: [UInt8]
    let client: [UInt8]
    let statement: [UInt8]
    let signature: [UInt8]
    /// Whom the authenticator made the key pair for: the id of a staff member.
    let owner: [UInt8]

    package init?(credential: String, client: String, statement: String, signature: String, owner: String) {
        guard let credential = WebSafeBase64.bytes(of: credential), credential.count <= AuthenticatorStatement.longestID,
            let client = WebSafeBase64.bytes(of: client), let statement = WebSafeBase64.bytes(of: statement),
            let signature = WebSafeBase64.bytes(of: signature), signature.count <= 128, let owner = WebSafeBase64.bytes(of: owner)
        else { return nil }
        self.credential = credential
        self.client = client
        self.statement = statement
        self.signature = signature
        self.owner = owner
    }
}
