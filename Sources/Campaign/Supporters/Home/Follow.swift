import Documents
package import Storage

/// Notes that a supporter wants to hear about an action, or only how it ends. Following again changes which.
///
/// Whoever had left is back with that, for what they follow.
package struct Follow: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Throws `ActionRefusal` for an action that is not there or was taken down, `SupporterRefusal.signedOut`.
    package func callAsFunction(_ supporter: Supporter.ID, _ wish: FollowWish) async throws {
        let now = world.now()
        try await database.write { db in
            guard let supporter = try db.supporter(supporter) else { throw SupporterRefusal.signedOut }
            let action = try db.publicAction(wish.reference)
            guard action.isShown(by: supporter.section) else { throw ActionRefusal.unknownReference(wish.reference.printed(.slash)) }
            try db.setFollow(of: action.id, by: supporter.id, onlyOutcome: wish.onlyOutcome, since: now.universalDay)
            if let lookup = try db.lookup(of: supporter.id) { try db.liftOwnSuppression(lookup) }
            try db.noteActivity(of: supporter.id, on: now.universalDay)
        }
    }
}
