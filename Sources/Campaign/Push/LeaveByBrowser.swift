package import Storage

/// Forgets a browser and all that it chose, at its own word. As often as it is asked.
package struct LeaveByBrowser: Sendable {
    let database: any Database
    let world: World
    let keyring: Keyring

    package init(database: any Database, world: World, keyring: Keyring) {
        self.database = database
        self.world = world
        self.keyring = keyring
    }

    package func callAsFunction(_ proof: BrowserProof, in section: Section.Code) async throws {
        let now = world.now(), event = world.newID(), keyring = keyring
        try await database.write { db in
            guard let id = try db.supporter(proof, in: section, keyring), let supporter = try db.supporter(id) else { return }
            try db.erase(supporter, event: event, by: "supporter", at: now)
        }
    }
}
