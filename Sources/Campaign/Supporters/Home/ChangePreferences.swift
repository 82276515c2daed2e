package import Storage

/// Puts what a supporter chose in place of what they chose before.
package struct ChangePreferences: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Whoever had left and chooses a pace again is back: only the one who reads the mailbox can be signed in. Throws
    /// `SupporterRefusal.signedOut` when the supporter is gone.
    package func callAsFunction(_ supporter: Supporter.ID, _ preferences: Preferences) async throws {
        let now = world.now()
        try await database.write { db in
            guard let supporter = try db.supporter(supporter) else { throw SupporterRefusal.signedOut }
            try db.set(preferences, of: supporter.id)
            if preferences.pace != .none, let lookup = try db.lookup(of: supporter.id) { try db.liftOwnSuppression(lookup) }
            try db.noteActivity(of: supporter.id, on: now.universalDay)
        }
    }
}
