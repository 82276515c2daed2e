package import Storage

/// Opens a session with both halves: the mailed link shows that whoever enters reads that mailbox, the code that it is the one who asked,
/// in the browser that asked. Each alone opens nothing: a link that a scanner follows, or that somebody was talked into opening; a code
/// seen over a shoulder.
package struct SignIn: Sendable {
    let database: any Database
    let world: World
    let keyring: Keyring

    package init(database: any Database, world: World, keyring: Keyring) {
        self.database = database
        self.world = world
        self.keyring = keyring
    }

    /// - Parameter code: typed, or out of the cookie of the browser that asked. Five wrong ones end the link.
    ///
    /// Throws `SupporterRefusal.linkOver`, `SupporterRefusal.wrongCode`.
    package func callAsFunction(token: String, code: String) async throws -> SupporterSession {
        let now = world.now(), sessionToken = world.token()
        let mark = SignInCode(code)?.mark(with: token, keyring)
        return try await database.write { db -> Result<SupporterSession, SupporterRefusal> in
            guard let link = try db.mailedLink(token, .signIn, at: now), link.isOpen else { return .failure(.linkOver) }
            guard let mark, SteadyComparison.equal(mark, link.codeHash ?? "") else {
                try db.noteWrongCode(link)
                return .failure(.wrongCode(left: Retention.wrongCodes - link.attempts - 1))
            }
            try db.use(link, at: now)
            try db.noteActivity(of: link.supporter, on: now.universalDay)
            return .success(try db.openSession(sessionToken, of: link.supporter, at: now))
        }.get()
    }
}

extension MailedLink {
    fileprivate var isOpen: Bool { usedAt == nil && attempts < Retention.wrongCodes }
}

extension Connection {
    /// The hour is kept and no more, as everywhere beside supporters.
    func openSession(_ token: String, of supporter: Supporter.ID, at now: Instant) throws -> SupporterSession {
        let start = now.hour
        let session = SupporterSession(token: token, supporter: supporter, endsAt: start.adding(seconds: Retention.sessionSeconds))
        try insert(session, from: start)
        return session
    }
}
