package import Storage

/// Opens the desk with a passkey alone, and confirms with one what cannot be undone: its owner was told apart by the authenticator.
package struct OpenByPasskey: Sendable {
    let database: any Database
    let world: World
    let keyring: Keyring

    package init(database: any Database, world: World, keyring: Keyring) {
        self.database = database
        self.world = world
        self.keyring = keyring
    }

    /// What a browser at the door is to have signed.
    package func challenge() -> PasskeyChallenge { .new(.enter, session: "", keyring: keyring, world: world) }

    /// What is to be signed by who is at the desk, and with which of their keys.
    package func challenge(_ desk: AtDesk, at site: PasskeySite) async throws -> (challenge: PasskeyChallenge, known: [String]) {
        let id = desk.member.id
        let known = try await database.read { db in try db.passkeys(of: id) }.filter { $0.host == site.host && $0.fellBackAt == nil }
        return (.new(.confirm, session: desk.session, keyring: keyring, world: world), known.map { WebSafeBase64.text(of: $0.credential) })
    }

    /// A session. Throws `PasskeyRefusal`.
    package func callAsFunction(_ answer: PasskeyAnswer, ticket: String, at site: PasskeySite, browser: String) async throws -> StaffSession {
        let now = world.now(), token = world.token(), event = world.newID()
        let session = StaffSession(token: token, endsAt: now.adding(seconds: StaffTimes.sessionSeconds))
        guard let challenge = PasskeyChallenge(.enter, session: "", ticket: ticket, keyring: keyring, at: now) else { throw PasskeyRefusal.over }
        return try await use(answer, challenge, at: site, by: nil, at: now, event) { db, passkey in
            guard try db.staffMember(passkey.owner)?.state == .active else { return .failure(.unfit) }
            try db.insert(session, of: passkey.owner, browser: String(browser.prefix(80)), at: now)
            try db.log(
                "staff.signedIn", subject: passkey.owner.text, by: passkey.owner.text, detail: "passkey \(passkey.id.text)", id: event, at: now)
            return .success(session)
        }
    }

    /// Marks the session as confirmed just now, under a new token, which is returned. Throws `PasskeyRefusal`.
    @discardableResult
    package func confirm(_ answer: PasskeyAnswer, ticket: String, by desk: AtDesk, at site: PasskeySite) async throws -> String {
        let now = world.now(), token = world.token(), event = world.newID()
        guard let challenge = PasskeyChallenge(.confirm, session: desk.session, ticket: ticket, keyring: keyring, at: now) else {
            throw PasskeyRefusal.over
        }
        return try await use(answer, challenge, at: site, by: desk.member.id, at: now, event) { db, _ in
            try db.noteProved(desk.session, at: now)
            try db.renew(desk.session, token: token)
            return .success(token)
        }
    }

    /// - Parameter member: whose passkey it has to be; nil for whoever comes.
    private func use<Result: Sendable>(
        _ answer: PasskeyAnswer, _ challenge: PasskeyChallenge, at site: PasskeySite, by member: StaffMember.ID?, at now: Instant, _ event: String,
        _ open: @escaping @Sendable (any Connection, Passkey) throws -> Swift.Result<Result, PasskeyRefusal>
    ) async throws -> Result {
        guard let client = ClientStatement(answer.client), client.tells(.get, challenge.text, from: site),
            let statement = AuthenticatorStatement(answer.statement), statement.credential == nil,
            SteadyComparison.equal(statement.siteHash, site.hash), statement.isPresent, statement.isVerified
        else { throw PasskeyRefusal.unfit }
        let hash = Passkey.hash(of: answer.credential)
        return try await database.write { db -> Swift.Result<Result, PasskeyRefusal> in
            guard let passkey = try db.passkey(credential: hash), passkey.host == site.host, member == nil || member == passkey.owner,
                Array(passkey.owner.text.utf8) == answer.owner || (answer.owner.isEmpty && member != nil),
                passkey.key.hasSigned(answer.statement + Digest.bytes(of: answer.client), answer.signature)
            else { return .failure(.unfit) }
            guard try db.use(challenge, at: now) else { return .failure(.over) }
            guard passkey.fellBackAt == nil else { return .failure(.fellBack) }
            guard statement.counter > passkey.counter || (statement.counter == 0 && passkey.counter == 0) else {
                try db.noteFallenBack(passkey.id, at: now)
                try db.log(
                    "passkey.fellBack", subject: passkey.owner.text, by: passkey.owner.text, detail: passkey.id.text, id: event, at: now)
                return .failure(.fellBack)
            }
            try db.noteUse(of: passkey.id, counter: statement.counter, at: now)
            return try open(db, passkey)
        }.get()
    }
}
