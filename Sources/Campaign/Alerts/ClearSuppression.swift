package import Storage

/// Lets an address be written to again that bounced, complained or was kept out by staff.
package struct ClearSuppression: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// - Parameter lookup: as `Keyring.lookup` makes it. Throws `AlertRefusal.notSuppressed` for one that is not there, or is its owner's own wish.
    package func callAsFunction(_ lookup: String, by name: String) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            guard try db.clearSuppression(lookup) else { throw AlertRefusal.notSuppressed }
            try db.log("suppression.cleared", subject: String(lookup.prefix(8)), by: name, id: event, at: now)
        }
    }
}
