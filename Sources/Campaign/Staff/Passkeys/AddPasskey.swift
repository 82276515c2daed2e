package import Storage

/// Takes a passkey that somebody at the desk made just now.
package struct AddPasskey: Sendable {
    let database: any Database
    let world: World
    let keyring: Keyring

    package init(database: any Database, world: World, keyring: Keyring) {
        self.database = database
        self.world = world
        self.keyring = keyring
    }

    /// What the authenticator is to sign, and the keys of theirs that it need not make again.
    package func challenge(_ desk: AtDesk, at site: PasskeySite) async throws -> (challenge: PasskeyChallenge, known: [String]) {
        let id = desk.member.id
        let known = try await database.read { db in try db.passkeys(of: id) }.filter { $0.host == site.host }
        return (.new(.add, session: desk.session, keyring: keyring, world: world), known.map { WebSafeBase64.text(of: $0.credential) })
    }

    /// Throws `PasskeyRefusal`.
    package func callAsFunction(_ new: NewPasskey, named typed: String, ticket: String, by desk: AtDesk, at site: PasskeySite) async throws {
        let now = world.now(), id = Passkey.ID(world.newID()), event = world.newID(), member = desk.member
        guard let challenge = PasskeyChallenge(.add, session: desk.session, ticket: ticket, keyring: keyring, at: now) else {
            throw PasskeyRefusal.over
        }
        guard let client = ClientStatement(new.client), client.tells(.create, challenge.text, from: site),
            let statement = AuthenticatorStatement(attestation: new.attestation), let credential = statement.credential,
            SteadyComparison.equal(statement.siteHash, site.hash), statement.isPresent, statement.isVerified, credential.key.isOnCurve
        else { throw PasskeyRefusal.unfit }
        let name = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(Passkey.longestName)
        let passkey = Passkey(
            id: id, owner: member.id, host: site.host, name: name.isEmpty ? site.host : String(name), credential: credential.id, key: credential.key,
            counter: statement.counter, createdAt: now, usedAt: nil, fellBackAt: nil)
        try await database.write { db in
            guard try db.use(challenge, at: now) else { throw PasskeyRefusal.over }
            guard try db.passkey(credential: Passkey.hash(of: credential.id)) == nil else { throw PasskeyRefusal.known }
            guard try db.passkeys(of: member.id).count < Passkey.most else { throw PasskeyRefusal.tooMany }
            try db.insert(passkey)
            try db.log("passkey.added", subject: member.id.text, by: member.id.text, detail: id.text, id: event, at: now)
        }
    }
}
