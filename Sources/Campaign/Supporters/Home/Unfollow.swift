package import Documents
package import Storage

/// Forgets that a supporter wanted to hear about an action.
package struct Unfollow: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// As often as it is asked, and also for an action that was taken down.
    package func callAsFunction(_ supporter: Supporter.ID, _ reference: Reference) async throws {
        let now = world.now()
        try await database.write { db in
            guard let supporter = try db.supporter(supporter) else { throw SupporterRefusal.signedOut }
            if let row = try db.actionRow(reference) { try db.deleteFollow(of: row("id"), by: supporter.id) }
            try db.noteActivity(of: supporter.id, on: now.universalDay)
        }
    }
}
