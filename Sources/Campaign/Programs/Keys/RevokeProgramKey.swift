package import Storage

/// Ends a key for good: whatever comes with it from now on is refused.
package struct RevokeProgramKey: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Throws `ProgramKeyRefusal.unknown`.
    package func callAsFunction(_ id: ProgramKey.ID, by staff: String) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            guard try db.revokeProgramKey(id, at: now) else { throw ProgramKeyRefusal.unknown }
            try db.log("program.keyRevoked", subject: id.text, by: staff, id: event, at: now)
        }
    }
}
