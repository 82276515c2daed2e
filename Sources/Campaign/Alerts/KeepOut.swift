package import Documents
package import Storage

/// Has nothing sent to an address any more, because staff were asked to.
package struct KeepOut: Sendable {
    let database: any Database
    let world: World
    let keyring: Keyring

    package init(database: any Database, world: World, keyring: Keyring) {
        self.database = database
        self.world = world
        self.keyring = keyring
    }

    package func callAsFunction(_ address: MailAddress, of section: Section.Code, by name: String) async throws {
        let now = world.now(), event = world.newID(), lookup = keyring.lookup(address, section: section)
        try await database.write { db in
            try db.suppress(Suppression(lookup: lookup, section: section, reason: .staff, at: now))
            try db.log("suppression.added", subject: String(lookup.prefix(8)), by: name, detail: "staff", id: event, at: now)
        }
    }
}
