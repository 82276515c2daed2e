package import Documents
package import Storage

/// Shows whose address a suppression keeps, to a coordinator who has to write to them. That it was shown is in the log.
package struct RevealAddress: Sendable {
    let database: any Database
    let world: World
    let keyring: Keyring

    package init(database: any Database, world: World, keyring: Keyring) {
        self.database = database
        self.world = world
        self.keyring = keyring
    }

    /// nil when nobody is known by it any more. Throws `AlertRefusal.notSuppressed` for one that the section has not.
    package func callAsFunction(_ lookup: String, of section: Section.Code, by name: String) async throws -> MailAddress? {
        let now = world.now(), event = world.newID(), keyring = keyring
        return try await database.write { db in
            guard try db.suppressions(of: section).contains(where: { $0.lookup == lookup }) else { throw AlertRefusal.notSuppressed }
            let address = try db.supporter(lookup: lookup).flatMap { try db.address(of: $0, keyring) }
            try db.log(
                "address.revealed", subject: String(lookup.prefix(8)), by: name, detail: address == nil ? "nobody" : "email", id: event, at: now)
            return address
        }
    }
}
