package import Storage

/// Puts the address that a push service gave a browser anew in place of the one before, with all that was chosen.
package struct RenewBrowser: Sendable {
    let database: any Database
    let world: World
    let keyring: Keyring

    package init(database: any Database, world: World, keyring: Keyring) {
        self.database = database
        self.world = world
        self.keyring = keyring
    }

    /// - Parameter proof: of the address before. Throws `SupporterRefusal.linkOver` for one that is not with us.
    package func callAsFunction(_ proof: BrowserProof, with request: BrowserRequest) async throws {
        let now = world.now(), keyring = keyring, section = request.section.code
        try await database.write { db in
            guard let id = try db.supporter(proof, in: section, keyring) else { throw SupporterRefusal.linkOver }
            let fresh = PushSubscription(request.address, of: id, in: section, keyring)
            guard try db.browser(lookup: fresh.lookup).map({ $0.supporter == id }) ?? true else { throw SupporterRefusal.linkOver }
            try db.setBrowser(of: id, fresh, since: now.universalDay)
        }
    }
}
