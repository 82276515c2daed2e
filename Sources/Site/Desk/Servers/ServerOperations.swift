import Campaign
import Storage

/// What is done at the desk about other servers.
struct ServerOperations: Sendable {
    /// nil where this program has no key to sign with.
    let meet: MeetPartner?
    let decide: DecideTally

    init(database: any Database, world: World, federation: Federation?) {
        meet = federation.map { MeetPartner(database: database, world: world, federation: $0) }
        decide = DecideTally(database: database, world: world)
    }
}
