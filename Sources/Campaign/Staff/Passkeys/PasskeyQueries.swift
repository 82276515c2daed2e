package import Storage

extension Connection {
    /// The passkeys of somebody, the oldest first.
    package func passkeys(of member: StaffMember.ID) throws -> [Passkey] {
        try rows("SELECT * FROM passkey WHERE staff_id = \(member) ORDER BY created_at, id").compactMap(Passkey.init)
    }

    func passkey(credential hash: String) throws -> Passkey? {
        try row("SELECT * FROM passkey WHERE credential_hash = \(hash)").flatMap(Passkey.init)
    }

    func insert(_ passkey: Passkey) throws {
        try execute(
            """
            INSERT INTO passkey (id, staff_id, host, name, credential_hash, credential, algorithm, public_key, counter, created_at)
            VALUES (\(passkey.id), \(passkey.owner), \(passkey.host), \(passkey.name), \(Passkey.hash(of: passkey.credential)),
                \(passkey.credential), \(passkey.key.algorithm.rawValue), \(passkey.key.bytes), \(passkey.counter), \(passkey.createdAt))
            """
        )
    }

    func noteUse(of passkey: Passkey.ID, counter: Int64, at now: Instant) throws {
        try execute("UPDATE passkey SET counter = \(counter), used_at = \(now) WHERE id = \(passkey)")
    }

    func noteFallenBack(_ passkey: Passkey.ID, at now: Instant) throws {
        try execute("UPDATE passkey SET fell_back_at = \(now) WHERE id = \(passkey)")
    }

    /// False when there is none of that id, or it is somebody else's.
    func deletePasskey(_ id: Passkey.ID, of member: StaffMember.ID) throws -> Bool {
        try row("DELETE FROM passkey WHERE id = \(id) AND staff_id = \(member) RETURNING id") != nil
    }

    func deletePasskeys(of member: StaffMember.ID) throws {
        try execute("DELETE FROM passkey WHERE staff_id = \(member)")
    }

    /// Uses a challenge up; false when it was used.
    func use(_ challenge: PasskeyChallenge, at now: Instant) throws -> Bool {
        try execute("DELETE FROM passkey_used WHERE expires_at <= \(now)")
        return try row(
            """
            INSERT INTO passkey_used (challenge, expires_at) VALUES (\(Digest.sha256(challenge.text)), \(challenge.expiresAt))
            ON CONFLICT (challenge) DO NOTHING RETURNING challenge
            """
        ) != nil
    }
}

extension Passkey {
    fileprivate init?(_ row: Row) throws {
        guard let algorithm = PasskeyKey.Algorithm(rawValue: try row("algorithm")), let key = PasskeyKey(algorithm, try row("public_key")) else {
            return nil
        }
        self.init(
            id: try row("id"), owner: try row("staff_id"), host: try row("host"), name: try row("name"), credential: try row("credential"), key: key,
            counter: try row("counter"), createdAt: try row("created_at"), usedAt: try row("used_at"), fellBackAt: try row("fell_back_at"))
    }
}
