package import Storage

/// Opens the desk with what somebody knows and what somebody has: password, and a code of their phone or of their paper.
package struct SignInStaff: Sendable {
    let database: any Database
    let world: World
    let keyring: Keyring
    let bench: PasswordBench

    package init(database: any Database, world: World, keyring: Keyring, bench: PasswordBench) {
        self.database = database
        self.world = world
        self.keyring = keyring
        self.bench = bench
    }

    /// - Parameter browser: what it says of itself, for the list of sessions.
    ///
    /// Throws `StaffRefusal.wrong`, `StaffRefusal.wait`, `StaffRefusal.busy`. An unknown name takes as long as a known one.
    package func callAsFunction(login: String, password: String, code: String, browser: String) async throws -> StaffSession {
        let now = world.now(), token = world.token(), event = world.newID(), keyring = keyring
        let login = LoginName(login)
        let secrets = try await database.read { db in try login.flatMap { try db.staffSecrets($0) } }
        if let secrets, secrets.blockedUntil(at: now) > now { throw StaffRefusal.wait(until: secrets.blockedUntil(at: now)) }
        let isKnown = try await Password(password).map(asked: bench, secrets?.passwordHash)
        guard let secrets else { throw StaffRefusal.wrong }
        return try await database.write { db -> Result<StaffSession, StaffRefusal> in
            // of many who try at once all have passed the first look
            if let until = try db.staffSecrets(secrets.id)?.blockedUntil(at: now), until > now { return .failure(.wait(until: until)) }
            guard isKnown, try db.takeCode(code, of: secrets.id, keyring, at: now) else {
                try db.noteWrongAttempt(of: secrets.id, at: now)
                try db.log("staff.refused", subject: secrets.id.text, by: "the door", id: event, at: now)
                return .failure(.wrong)
            }
            let session = StaffSession(token: token, endsAt: now.adding(seconds: StaffTimes.sessionSeconds))
            try db.insert(session, of: secrets.id, browser: String(browser.prefix(80)), at: now)
            try db.log("staff.signedIn", subject: secrets.id.text, by: secrets.id.text, id: event, at: now)
            return .success(session)
        }.get()
    }
}

extension Password? {
    /// A password that cannot be one takes as long as any other.
    fileprivate func map(asked bench: PasswordBench, _ hash: String?) async throws(StaffRefusal) -> Bool {
        if let self { return try await bench.matches(self, hash) }
        guard let other = Password("not a password at all") else { return false }
        _ = try await bench.matches(other, nil)
        return false
    }
}

extension Connection {
    /// Whether a code of the phone or of the paper is right; it is used up then, and wrong attempts before it are forgotten.
    func takeCode(_ typed: String, of member: StaffMember.ID, _ keyring: Keyring, at now: Instant) throws -> Bool {
        guard let secrets = try staffSecrets(member), let sealed = secrets.timeCode else { return false }
        let opened = try keyring.opened(sealed, for: StaffSecrets.place(of: member))
        if let step = try TimeCode(base32: opened)?.step(of: typed, at: now, after: secrets.lastStep) {
            try noteStep(step, of: member)
            return true
        }
        guard let mark = RecoveryCodes.mark(typed, of: member, keyring), try deleteRecoveryCode(mark, of: member) else { return false }
        try forgetWrongAttempts(of: member)
        return true
    }
}
