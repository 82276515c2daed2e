package import Storage

/// Makes a supporter of somebody who pressed the button on the page that the mailed link opens. Never by opening it: mail scanners do that.
package struct ConfirmSignUp: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Throws `SupporterRefusal.linkOver` for a link that is unknown, or older than 48 hours. Pressing again says that it is done.
    package func callAsFunction(token: String) async throws -> Confirmation {
        let now = world.now()
        return try await database.write { db in
            guard let link = try db.mailedLink(token, .confirm, at: now) else { throw SupporterRefusal.linkOver }
            guard link.usedAt == nil else { return Confirmation(supporter: link.supporter, isRepeated: true) }
            try db.use(link, at: now)
            try db.confirm(link.supporter, on: now.universalDay)
            if let lookup = try db.lookup(of: link.supporter) { try db.liftOwnSuppression(lookup) }
            return Confirmation(supporter: link.supporter, isRepeated: false)
        }
    }
}
