import Documents
package import Storage

extension Connection {
    /// All keys there are, the newest first, those that were revoked last.
    package func programKeys() throws -> [ProgramKey] {
        try rows("SELECT * FROM program_key ORDER BY CASE WHEN revoked_at IS NULL THEN 0 ELSE 1 END, made_at DESC, id").map(ProgramKey.init)
    }

    /// The key that is in force under that hash.
    func programKey(hash: String) throws -> ProgramKey? {
        try row("SELECT * FROM program_key WHERE key_hash = \(hash) AND revoked_at IS NULL").map(ProgramKey.init)
    }

    func insert(_ key: ProgramKey, hash: String, by name: String) throws {
        try execute(
            """
            INSERT INTO program_key (id, section, name, key_hash, scopes, made_by, made_at)
            VALUES (\(key.id), \(key.section), \(key.name), \(hash), \(key.scopes.sorted().map(\.rawValue).joined(separator: " ")), \(name), \(key.madeAt))
            """
        )
    }

    func noteUse(of key: ProgramKey.ID, on day: Day) throws {
        try execute("UPDATE program_key SET last_used_on = \(day) WHERE id = \(key)")
    }

    /// False when there is none, or it was revoked before.
    func revokeProgramKey(_ id: ProgramKey.ID, at now: Instant) throws -> Bool {
        try execute("UPDATE program_key SET revoked_at = \(now) WHERE id = \(id) AND revoked_at IS NULL") > 0
    }
}

extension ProgramKey {
    fileprivate init(_ row: Row) throws {
        let scopes: String = try row("scopes")
        self.init(
            id: try row("id"), section: try row("section"), name: try row("name"),
            scopes: Set(scopes.split(separator: " ").compactMap { Scope(rawValue: String($0)) }), madeAt: try row("made_at"),
            lastUsedOn: try row("last_used_on"), revokedAt: try row("revoked_at"))
    }
}
