import Storage

extension Connection {
    func staffSecrets(_ login: LoginName) throws -> StaffSecrets? {
        try row("SELECT * FROM staff WHERE login = \(login) AND state = \(StaffMember.State.active)").map(StaffSecrets.init)
    }

    func staffSecrets(_ id: StaffMember.ID) throws -> StaffSecrets? {
        try row("SELECT * FROM staff WHERE id = \(id) AND state = \(StaffMember.State.active)").map(StaffSecrets.init)
    }

    /// Begins anew for somebody: a link, and none of what they had.
    func invite(_ id: StaffMember.ID, token: String, until end: Instant) throws {
        try execute(
            """
            UPDATE staff SET state = \(StaffMember.State.invited), invitation_hash = \(Digest.sha256(token)), invited_until = \(end),
                password_hash = NULL, key_id = NULL, sealed = NULL, last_step = NULL, wrong_attempts = 0, wrong_at = NULL
            WHERE id = \(id)
            """
        )
        try execute("DELETE FROM staff_recovery WHERE staff_id = \(id)")
        try deletePasskeys(of: id)
    }

    func invited(_ token: String, at now: Instant) throws -> StaffMember? {
        let found = try row(
            """
            SELECT id FROM staff WHERE invitation_hash = \(Digest.sha256(token)) AND invited_until > \(now) AND state = \(StaffMember.State.invited)
            """
        )
        return try found.flatMap { try staffMember($0("id")) }
    }

    func activate(_ id: StaffMember.ID, passwordHash: String, _ sealed: Sealed, lastStep: Int64, _ recovery: [String]) throws {
        try execute(
            """
            UPDATE staff SET state = \(StaffMember.State.active), invitation_hash = NULL, invited_until = NULL, password_hash = \(passwordHash),
                key_id = \(sealed.keyID), sealed = \(sealed.bytes), last_step = \(lastStep)
            WHERE id = \(id)
            """
        )
        try execute("INSERT INTO staff_recovery (staff_id, code_hash) VALUES \(SQL.values(recovery.map { [id, $0] as [any Bindable] }))")
    }

    func setPassword(_ hash: String, of id: StaffMember.ID) throws {
        try execute("UPDATE staff SET password_hash = \(hash) WHERE id = \(id)")
    }

    func noteStep(_ step: Int64, of id: StaffMember.ID) throws {
        try execute("UPDATE staff SET last_step = \(step), wrong_attempts = 0, wrong_at = NULL WHERE id = \(id)")
    }

    func noteWrongAttempt(of id: StaffMember.ID, at now: Instant) throws {
        try execute("UPDATE staff SET wrong_attempts = wrong_attempts + 1, wrong_at = \(now) WHERE id = \(id)")
    }

    func forgetWrongAttempts(of id: StaffMember.ID) throws {
        try execute("UPDATE staff SET wrong_attempts = 0, wrong_at = NULL WHERE id = \(id)")
    }

    /// False when there is no such code, or it was used.
    func deleteRecoveryCode(_ mark: String, of id: StaffMember.ID) throws -> Bool {
        try row("DELETE FROM staff_recovery WHERE staff_id = \(id) AND code_hash = \(mark) RETURNING staff_id") != nil
    }

    func staffSeals(notSealedWith key: String, limit: Int) throws -> [(member: StaffMember.ID, sealed: Sealed)] {
        try rows("SELECT id, key_id, sealed FROM staff WHERE key_id <> \(key) ORDER BY id LIMIT \(limit)").map { (try $0("id"), try Sealed($0)) }
    }

    func reseal(staff id: StaffMember.ID, _ sealed: Sealed) throws {
        try execute("UPDATE staff SET key_id = \(sealed.keyID), sealed = \(sealed.bytes) WHERE id = \(id)")
    }
}

extension StaffSecrets {
    fileprivate init(_ row: Row) throws {
        let key: String? = try row("key_id")
        self.init(
            id: try row("id"), passwordHash: try row("password_hash"), timeCode: key == nil ? nil : try Sealed(row), lastStep: try row("last_step"),
            wrongAttempts: try row("wrong_attempts"), wrongAt: try row("wrong_at"))
    }
}
