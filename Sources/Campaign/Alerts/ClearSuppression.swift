package import Storage

/// Lets an address be written to again that bounced, complained or was kept out by staff.
package struct ClearSuppression: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Throws `AlertRefusal.notSuppressed` for one that is not there, or is its owner's own wish.
    ///
    /// - Parameters:
    ///   - lookup: as `Keyring.lookup` makes it.
    ///   - section: only what is this section's; nil for any.
    ///   - reason: why it is lifted, in a word for the log.
    package func callAsFunction(_ lookup: String, of section: Section.Code? = nil, because reason: String = "", by name: String) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            guard try section == nil || db.suppressions(of: section).contains(where: { $0.lookup == lookup }), try db.clearSuppression(lookup) else {
                throw AlertRefusal.notSuppressed
            }
            try db.log("suppression.cleared", subject: String(lookup.prefix(8)), by: name, detail: reason, id: event, at: now)
        }
    }
}
