package import Storage

/// Gives a staff member another password of their own. Every other session of theirs ends, and the one that asked goes on under a new token.
package struct ChangePassword: Sendable {
    let database: any Database
    let world: World
    let bench: PasswordBench
    let judge: JudgePassword

    package init(database: any Database, world: World, bench: PasswordBench, judge: JudgePassword) {
        self.database = database
        self.world = world
        self.bench = bench
        self.judge = judge
    }

    /// The new token of the session. Throws `FormProblems` (`old`, `password`), `StaffRefusal.wait` and `StaffRefusal.busy`.
    package func callAsFunction(_ desk: AtDesk, old: String, new typed: String) async throws -> String {
        let now = world.now(), event = world.newID(), token = world.token(), member = desk.member
        let (secrets, sections) = try await database.read { db in (try db.staffSecrets(member.id), try db.sections()) }
        guard let secrets else { throw StaffRefusal.signedOut }
        if secrets.blockedUntil(at: now) > now { throw StaffRefusal.wait(until: secrets.blockedUntil(at: now)) }
        guard let known = Password(old), try await bench.matches(known, secrets.passwordHash) else {
            try await database.write { db in
                try db.noteWrongAttempt(of: member.id, at: now)
                try db.log("staff.refused", subject: member.id.text, by: member.id.text, detail: "password", id: event, at: now)
            }
            throw FormProblems("old", Message("desk.problem_old_password"))
        }
        let password = try await judge.fit(typed, of: member, among: sections)
        let hash = try await bench.hash(password)
        try await database.write { db in
            try db.setPassword(hash, of: member.id)
            try db.renew(desk.session, token: token)
            try db.deleteStaffSessions(of: member.id, but: Digest.sha256(token))
            try db.log("staff.passwordChanged", subject: member.id.text, by: member.id.text, id: event, at: now)
        }
        return token
    }
}

extension JudgePassword {
    /// Throws `FormProblems` (`password`).
    func fit(_ typed: String, of member: StaffMember, among sections: [Section]) async throws -> Password {
        guard let password = Password(typed) else {
            throw FormProblems("password", Message("desk.problem_password", ["n": String(Password.shortest)]))
        }
        if let problem = await problem(typed, of: member, among: sections) { throw FormProblems("password", problem) }
        return password
    }
}

extension FormProblems {
    fileprivate init(_ field: String, _ message: Message) {
        self.init()
        add(field, message)
    }
}
