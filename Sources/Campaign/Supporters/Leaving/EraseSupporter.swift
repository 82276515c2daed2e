import Documents
package import Storage

/// Forgets a supporter at once: identity, choices, follows, history, sessions, links, and what was waiting to be sent to them.
///
/// Counts stay, since no report has a supporter. A keyed hash of the address stays too, so that no import or mistake mails them again.
package struct EraseSupporter: Sendable {
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

    /// Nothing happens for a supporter who is gone. A last letter says that it is done, unless nothing may be sent there.
    package func callAsFunction(_ id: Supporter.ID) async throws {
        let now = world.now(), event = world.newID(), letter = world.token(), keyring = keyring
        let farewell = try await database.write { db -> Farewell? in
            guard let supporter = try db.supporter(id) else { return nil }
            let farewell = try db.farewell(to: supporter, keyring)
            try db.erase(supporter, event: event, by: "supporter", at: now)
            return farewell
        }
        guard let farewell else { return }
        await correspondence.post(
            .goodbye, to: farewell.address, of: farewell.section, in: farewell.language, id: Digest.sha256("letter \(letter)"), link: nil)
    }
}

/// Whom to tell that it is done, read before it is.
private struct Farewell: Sendable {
    let address: MailAddress
    let section: Section
    let language: Language
}

extension Connection {
    fileprivate func farewell(to supporter: Supporter, _ keyring: Keyring) throws -> Farewell? {
        guard let lookup = try lookup(of: supporter.id), try suppression(lookup)?.isOwnWish ?? true else { return nil }
        guard let address = try? address(of: supporter.id, keyring) else { return nil }
        return Farewell(address: address, section: try section(supporter.section), language: supporter.language)
    }

    /// The rows go, the keyed hash stays, and the record says by its id alone that somebody went.
    func erase(_ supporter: Supporter, event: String, by name: String, at now: Instant) throws {
        if let lookup = try lookup(of: supporter.id) {
            try suppress(Suppression(lookup: lookup, section: supporter.section, reason: .erased, at: now))
        }
        try deleteSupporter(supporter.id)
        try log("supporter.erased", subject: supporter.id.text, by: name, id: event, at: now)
    }
}
