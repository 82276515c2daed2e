import Documents
import Outgoing
package import Storage

/// Makes a supporter of a browser that allowed notices: there is no address to confirm, and what the browser gave is known to nobody else.
/// A first notice goes there at once; a place that takes none is forgotten again.
package struct SubscribeBrowser: Sendable {
    let database: any Database
    let world: World
    let keyring: Keyring

    package init(database: any Database, world: World, keyring: Keyring) {
        self.database = database
        self.world = world
        self.keyring = keyring
    }

    /// The same browser again changes what it gets. A case that is gone is not followed.
    @discardableResult
    package func callAsFunction(_ request: BrowserRequest) async throws -> Supporter.ID {
        let now = world.now(), fresh = Supporter.ID.fresh(in: world), keyring = keyring, section = request.section.code
        return try await database.write { db in
            let known = try db.browser(lookup: keyring.lookup(request.address.endpoint, section: section))?.supporter
            let id = known ?? fresh
            if known == nil {
                try db.insert(id, of: section, request.preferences, at: now)
                try db.confirm(id, on: now.universalDay)
            } else {
                try db.set(request.preferences, of: id)
                try db.noteActivity(of: id, on: now.universalDay)
            }
            try db.setBrowser(of: id, PushSubscription(request.address, of: id, in: section, keyring), since: now.universalDay)
            if let wish = request.follow, let action = try? db.publicAction(wish.reference) {
                try db.setFollow(of: action.id, by: id, onlyOutcome: wish.onlyOutcome, since: now.universalDay)
            }
            // The hour, as everywhere beside supporters: it lies in the row until the job is done.
            try db.enqueue(WelcomeBrowser.kind, subject: id.text, priority: Job.soon, id: "\(WelcomeBrowser.kind) \(id)", at: now.hour)
            return id
        }
    }
}
