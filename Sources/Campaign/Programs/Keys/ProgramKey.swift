package import Documents

/// By what another program is known: for one section, for what its scopes say, until it is revoked. The key itself is shown once and kept nowhere;
/// what is kept is its hash.
package struct ProgramKey: Sendable, Equatable {
    package typealias ID = Campaign.ID<ProgramKey>

    /// What a program may do besides reading what everybody reads.
    package enum Scope: String, Sendable, CaseIterable, Comparable {
        /// Tell what was sent.
        case reports
        /// Read the e-mail addresses of officials.
        case addresses
        /// Read single reports, which name nobody.
        case outreaches
        /// Read who those supporters are who allowed it.
        case people

        package static func < (one: Scope, other: Scope) -> Bool { one.rawValue < other.rawValue }
    }

    package let id: ID
    package let section: Section.Code
    /// What staff call it.
    package let name: String
    package let scopes: Set<Scope>
    package let madeAt: Instant
    /// The day, no closer, on which it was last used.
    package let lastUsedOn: Day?
    package let revokedAt: Instant?

    /// What every key begins with, so that one that lies about is recognised for what it is.
    static let prefix = "amparo_"

    static func hash(of secret: String) -> String { Digest.sha256("program key \(secret)") }
}

/// Why a key is not made or not ended.
package enum ProgramKeyRefusal: Refusal, Equatable {
    case noName, noScope
    case unknown

    package var kind: RefusalKind { self == .unknown ? .missing : .invalid }
    package var message: Message {
        switch self {
        case .noName: Message("desk.programs_no_name")
        case .noScope: Message("desk.programs_no_scope")
        case .unknown: Message("desk.programs_unknown")
        }
    }
}
