package import Storage

/// Keeps somebody who was long away and pressed the button of the letter that asked.
package struct ConfirmStay: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Throws `SupporterRefusal.linkOver`. Pressing again says that it is done.
    package func callAsFunction(token: String) async throws -> Confirmation {
        let now = world.now()
        return try await database.write { db in
            guard let link = try db.mailedLink(token, .stay, at: now) else { throw SupporterRefusal.linkOver }
            if link.usedAt == nil {
                try db.use(link, at: now)
                try db.noteActivity(of: link.supporter, on: now.universalDay)
            }
            return Confirmation(supporter: link.supporter, isRepeated: link.usedAt != nil)
        }
    }
}
