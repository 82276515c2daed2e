package import Storage

/// Lets other programs of a supporter's section know who the supporter is, or takes it back: from then on no program is told of them.
package struct SwitchSharing: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Somebody without an address has nothing to share, and nothing is switched on. Throws `SupporterRefusal.signedOut` when the supporter is gone.
    package func callAsFunction(_ supporter: Supporter.ID, on isOn: Bool) async throws {
        let now = world.now(), number = String(Digest.sha256("person \(world.token())").prefix(32))
        try await database.write { db in
            guard let supporter = try db.supporter(supporter) else { throw SupporterRefusal.signedOut }
            if !isOn {
                try db.endSharing(of: supporter.id)
            } else if try db.lookup(of: supporter.id) != nil {
                try db.share(supporter.id, number: number, since: now.universalDay)
            }
            try db.noteActivity(of: supporter.id, on: now.universalDay)
        }
    }
}
