package import Storage

/// Opens a session for whoever sits at a browser that takes notices: it has shown what nobody else has, so there is nothing to mail.
package struct EnterByBrowser: Sendable {
    let database: any Database
    let world: World
    let keyring: Keyring

    package init(database: any Database, world: World, keyring: Keyring) {
        self.database = database
        self.world = world
        self.keyring = keyring
    }

    /// Throws `SupporterRefusal.linkOver` for a browser that is not with us.
    package func callAsFunction(_ proof: BrowserProof, in section: Section.Code) async throws -> SupporterSession {
        let now = world.now(), token = world.token(), keyring = keyring
        return try await database.write { db in
            guard let supporter = try db.supporter(proof, in: section, keyring) else { throw SupporterRefusal.linkOver }
            try db.noteActivity(of: supporter, on: now.universalDay)
            return try db.openSession(token, of: supporter, at: now)
        }
    }
}
