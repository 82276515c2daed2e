import Documents
package import Storage

/// Mails a link to a new address, by which its owner has it used. The answer is the same for an address that is another supporter's.
package struct RequestNewAddress: Sendable {
    let database: any Database
    let world: World
    let keyring: Keyring
    let correspondence: Correspondence
    let errands: Errands

    package init(database: any Database, world: World, keyring: Keyring, correspondence: Correspondence, errands: Errands) {
        self.database = database
        self.world = world
        self.keyring = keyring
        self.correspondence = correspondence
        self.errands = errands
    }

    /// Throws `FormProblems` (`address`), `SupporterRefusal.tooManyWaiting`.
    package func callAsFunction(_ supporter: Supporter.ID, _ address: String?) throws {
        let address = try MailAddress(typed: address)
        try errands.take { try await settle(supporter, address) }
    }

    private func settle(_ id: Supporter.ID, _ address: MailAddress) async throws {
        let now = world.now(), token = world.token(), keyring = keyring
        let found = try await database.write { db -> (supporter: Supporter, section: Section)? in
            guard let supporter = try db.supporter(id) else { return nil }
            let lookup = keyring.lookup(address, section: supporter.section)
            guard try db.mayTake(lookup, id), try db.mayAskForAddress(id, at: now) else { return nil }
            let sealed = keyring.sealed(address.text, for: IdentityPlace.newAddress(ofLink: Digest.sha256(token)))
            try db.insert(MailedLink(token: token, .newAddress, id, lookup: lookup, sealed: sealed, at: now))
            return (supporter, try db.section(supporter.section))
        }
        guard let found else { return }
        await correspondence.post(
            .newAddress, to: address, of: found.section, in: found.supporter.language, id: Digest.sha256("letter \(token)"),
            link: correspondence.links.newAddress(token, found.supporter.language, of: found.section))
    }
}

extension Connection {
    /// Whether an address may become this supporter's: it is nobody else's, and nothing but its owner's own wish keeps mail from it.
    func mayTake(_ lookup: String, _ supporter: Supporter.ID) throws -> Bool {
        let owner = try self.supporter(lookup: lookup)
        return try (owner == nil || owner == supporter) && suppression(lookup)?.isOwnWish ?? true
    }

    fileprivate func mayAskForAddress(_ supporter: Supporter.ID, at now: Instant) throws -> Bool {
        try countLinks(to: supporter, .newAddress, since: now.adding(seconds: -86_400)) < Retention.newAddressLinksADay
    }

    /// Throws `UnknownSection`.
    func section(_ code: Section.Code) throws -> Section {
        guard let section = try sections().first(where: { $0.code == code }) else { throw UnknownSection(code: code) }
        return section
    }
}
