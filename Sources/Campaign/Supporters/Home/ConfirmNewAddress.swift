import Documents
package import Storage

/// Writes to the new address from now on, once its owner pressed the button; the old one is told, and a browser gets no more notices.
package struct ConfirmNewAddress: Sendable {
    let database: any Database
    let world: World
    let keyring: Keyring
    let correspondence: Correspondence

    package init(database: any Database, world: World, keyring: Keyring, correspondence: Correspondence) {
        self.database = database
        self.world = world
        self.keyring = keyring
        self.correspondence = correspondence
    }

    /// Throws `SupporterRefusal.linkOver`, also when the address has become another supporter's since.
    package func callAsFunction(token: String) async throws -> Confirmation {
        let now = world.now(), keyring = keyring
        let (confirmation, notice) = try await database.write { db -> (Confirmation, AddressChange?) in
            guard let link = try db.mailedLink(token, .newAddress, at: now) else { throw SupporterRefusal.linkOver }
            guard link.usedAt == nil else { return (Confirmation(supporter: link.supporter, isRepeated: true), nil) }
            let notice = try db.takeAddress(of: link, keyring)
            try db.use(link, at: now)
            try db.noteActivity(of: link.supporter, on: now.universalDay)
            return (Confirmation(supporter: link.supporter, isRepeated: false), notice)
        }
        if let notice {
            await correspondence.post(
                .addressChanged, to: notice.address, of: notice.section, in: notice.language, id: Digest.sha256("letter \(token)"),
                link: correspondence.links.home(notice.language, of: notice.section))
        }
        return confirmation
    }
}

/// What the old address is told.
private struct AddressChange: Sendable {
    let address: MailAddress
    let section: Section
    let language: Language
}

extension Connection {
    fileprivate func takeAddress(of link: MailedLink, _ keyring: Keyring) throws -> AddressChange? {
        guard let lookup = link.lookup, let carried = link.sealed, let supporter = try supporter(link.supporter), try mayTake(lookup, supporter.id)
        else { throw SupporterRefusal.linkOver }
        let old = try address(of: supporter.id, keyring), new = try keyring.opened(carried, for: IdentityPlace.newAddress(ofLink: link.tokenHash))
        try setIdentity(of: supporter.id, lookup: lookup, keyring.sealed(new, for: IdentityPlace.address(of: supporter.id)))
        try deleteBrowser(of: supporter.id)  // one way to each: from now on it is mail
        try liftOwnSuppression(lookup)
        return try old.map { AddressChange(address: $0, section: try section(supporter.section), language: supporter.language) }
    }
}
