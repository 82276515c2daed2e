import Foundation
import Outgoing
import Storage

/// Another server: one that we follow, or that follows us, or both.
package struct Partner: Sendable, Equatable {
    package typealias ID = Campaign.ID<Partner>

    /// Why what it counts is not in our totals.
    package enum LeftOut: String, Sendable, CaseIterable, Bindable, Readable {
        /// Nothing was heard of it for ``lateDays``.
        case late
        /// It says that it has another key, for which the one we accepted does not vouch.
        case key
        case ended
    }

    package let id: ID
    /// `https://ch.example.org`
    package let address: String
    package let name: String
    /// Whether we take its outputs.
    package let weFollow: Bool
    /// Whether it may have ours, and tell what it counted.
    package let followsUs: Bool
    /// Up to which change of theirs we are.
    package let takenSeq: Int64
    /// Up to which change of ours it was given.
    package let givenSeq: Int64
    /// Up to which event of ours it was nudged.
    let toldSeq: Int64
    package let contactAt: Instant?
    package let failedAt: Instant?
    /// Why something went wrong last; in words for staff, without content.
    package let failure: String?
    package let leftOut: LeftOut?
    package let endedAt: Instant?
    package let keys: [Key]

    /// After so many days of silence it is late.
    package static let lateDays = 3
    /// How often we ask whom we follow, nudged or not.
    static let pollSeconds = 300

    /// One of its keys, and whether somebody here said that it is its.
    package struct Key: Sendable, Equatable {
        package let number: String
        package let publicKey: String
        package let madeAt: Instant
        package let retiredAt: Instant?
        package let acceptedAt: Instant?

        package var fingerprint: String { ServerKey.fingerprint(of: number) }

        /// A retired key is taken a little longer, for what was under way.
        func isGood(at now: Instant) -> Bool {
            acceptedAt != nil && retiredAt.map { now < $0.adding(seconds: SignatureFields.seconds) } ?? true
        }

        var open: ServerKey {
            ServerKey(publicKey: Data(base64Encoded: publicKey).map { Array($0) } ?? [], made: madeAt)
        }
    }

    /// Whether somebody compared a key of it.
    package var isAccepted: Bool { keys.contains { $0.acceptedAt != nil } }
    /// The key to compare next: the newest that nobody accepted.
    package var pending: Key? { keys.last { $0.acceptedAt == nil && $0.retiredAt == nil } }

    func url(_ path: String) throws(OutgoingRefusal) -> OutgoingURL { try OutgoingURL(address + path) }
    var authority: String { String(address.dropFirst("https://".count)) }
}

/// Why another server is not followed or let in.
package enum PartnerRefusal: Refusal, Equatable {
    /// No https address of a public server.
    case unfitAddress
    /// It does not say who it is, or could not be asked; why.
    case noCard(String)
    /// Its key is another server's too.
    case keyTaken
    case unknown
    /// Nobody compared that key, or it is another one.
    case otherKey
    case ourselves

    package var kind: RefusalKind {
        switch self {
        case .unknown: .missing
        case .keyTaken, .otherKey: .conflict
        default: .invalid
        }
    }

    package var message: Message {
        switch self {
        case .unfitAddress: Message("desk.servers_unfit")
        case .noCard(let why): Message("desk.servers_no_card", ["why": why])
        case .keyTaken: Message("desk.servers_key_taken")
        case .unknown: Message("desk.servers_unknown")
        case .otherKey: Message("desk.servers_other_key")
        case .ourselves: Message("desk.servers_ourselves")
        }
    }
}
