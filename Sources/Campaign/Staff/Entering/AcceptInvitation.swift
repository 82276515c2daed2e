package import Storage

/// Turns an invitation into somebody who can come in: a password of their own, and a phone that shows codes.
package struct AcceptInvitation: Sendable {
    let database: any Database
    let world: World
    let keyring: Keyring
    let bench: PasswordBench
    let judge: JudgePassword

    package init(database: any Database, world: World, keyring: Keyring, bench: PasswordBench, judge: JudgePassword = JudgePassword(python: nil)) {
        self.database = database
        self.world = world
        self.keyring = keyring
        self.bench = bench
        self.judge = judge
    }

    /// Whose invitation it is, and the secret that their phone takes. The same each time the page is opened; the link without our keys does not
    /// tell it. Throws `StaffRefusal.invitationOver`.
    package func look(_ token: String) async throws -> (member: StaffMember, timeCode: TimeCode) {
        let now = world.now()
        let member = try await database.read { db in try db.invited(token, at: now) }
        guard let member else { throw StaffRefusal.invitationOver }
        // Not of the link alone: it lies in somebody's messages long after it was used.
        return (member, TimeCode(token: keyring.mark(token, purpose: "invitation")))
    }

    /// The codes for paper; shown once. Throws `FormProblems` (`password`, `code`), `StaffRefusal.invitationOver`.
    package func callAsFunction(_ token: String, password: String, code: String) async throws -> RecoveryCodes {
        let now = world.now(), event = world.newID()
        let (member, timeCode) = try await look(token)
        var problems = FormProblems()
        let known = Password(password)
        if known == nil { problems.add("password", Message("desk.problem_password", ["n": String(Password.shortest)])) }
        let sections = try await database.read { db in try db.sections() }
        if known != nil, let problem = await judge.problem(password, of: member, among: sections) { problems.add("password", problem) }
        let step = try timeCode.step(of: code, at: now, after: nil)
        if step == nil { problems.add("code", Message("desk.problem_code")) }
        guard let known, let step, problems.isEmpty else { throw problems }
        let hash = try await bench.hash(known), codes = RecoveryCodes(token: world.token())
        let sealed = keyring.sealed(timeCode.base32, for: StaffSecrets.place(of: member.id))
        try await database.write { db in
            guard try db.invited(token, at: now) != nil else { throw StaffRefusal.invitationOver }
            try db.activate(member.id, passwordHash: hash, sealed, lastStep: step, codes.marks(of: member.id, keyring))
            try db.log("staff.came", subject: member.id.text, by: member.id.text, id: event, at: now)
        }
        return codes
    }
}
