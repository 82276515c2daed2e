package import Storage

/// Removes everything about every supporter, of all sections, at once: for the minute before a server is taken. Actions, counts and staff stay.
package struct PurgeSupporters: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Returns how many there were. It opens no address, so it needs no key.
    ///
    /// - Parameter withKeys: the keys are gone as well: what else they sealed, the secrets of staff phones, goes too, and others may take their place. Every other
    ///   server is let go, since none of them would believe the key of this one that comes next.
    package func callAsFunction(withKeys: Bool = false, by name: String) async throws -> Int {
        let world = world, now = world.now(), event = world.newID()
        let count = try await database.write { db in
            let count = try db.purgeSupporters()
            if withKeys {
                try db.purgeSeals()
                try db.endPartners(by: name, world)
            }
            try db.log("supporters.purged", subject: "supporters", by: name, detail: String(count), id: event, at: now)
            return count
        }
        try await database.overwriteDeleted()
        return count
    }
}
