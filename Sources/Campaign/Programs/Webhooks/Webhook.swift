package import Documents
package import Outgoing
import Storage

/// An address of another program that is told what happens to the actions of a section. It is told by number, and asks for the rest.
package struct Webhook: Sendable, Equatable {
    package typealias ID = Campaign.ID<Webhook>

    package let id: ID
    package let section: Section.Code
    package let url: OutgoingURL
    package let madeAt: Instant
    /// Up to which place in the log of events it was told.
    let toldSeq: Int64
    package let endedAt: Instant?

    package var address: String { url.text }
    /// The address without what may be a secret in it.
    package var origin: String { url.origin }
}

/// That something happened to an action, for one address.
package struct WebhookMessage: Sendable, Equatable {
    package typealias ID = Campaign.ID<WebhookMessage>

    package enum Event: String, Sendable, CaseIterable, Bindable, Readable {
        case published = "action.published"
        case updated = "action.updated"
        case ended = "action.ended"
        case withdrawn = "action.withdrawn"
    }

    package enum State: String, Sendable, CaseIterable, Bindable, Readable { case waiting, taken, refused }

    /// The same for each attempt, so that whoever is told twice knows it.
    package let id: ID
    package let webhook: Webhook.ID
    package let event: Event
    package let reference: Reference
    package let at: Instant
    package let state: State
    package let attempts: Int
    /// Why the last attempt failed; names no address.
    package let failure: String?
}

/// Why an address is not told.
package enum WebhookRefusal: Refusal, Equatable {
    /// No https URL at the usual port of a public server.
    case unfitAddress
    /// No public server can be at that number; names are looked up when something is sent.
    case notPublic(String)
    case unknown

    package var kind: RefusalKind { self == .unknown ? .missing : .invalid }
    package var message: Message {
        switch self {
        case .unfitAddress: Message("desk.webhooks_unfit")
        case .notPublic(let address): Message("desk.webhooks_not_public", ["address": address])
        case .unknown: Message("desk.webhooks_unknown")
        }
    }
}
