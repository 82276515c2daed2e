import Storage

extension Connection {
    /// The mark of the keys that the database was begun with; nil before there were any.
    func keyringMark() throws -> String? {
        try row("SELECT mark FROM keyring_mark WHERE purpose = \("lookup")")?("mark")
    }

    /// Leaves the mark unless there is one. Returns the one that is there.
    func enterKeyringMark(_ mark: String) throws -> String? {
        try execute("INSERT INTO keyring_mark (purpose, mark) VALUES (\("lookup"), \(mark)) ON CONFLICT (purpose) DO NOTHING")
        return try keyringMark()
    }

    func forgetKeyringMark() throws {
        try execute("DELETE FROM keyring_mark")
    }

    /// A key that seals need besides these.
    func keyInUse(besides ids: [String]) throws -> String? {
        try row("SELECT key_id FROM identity WHERE key_id NOT IN \(SQL.list(ids)) LIMIT 1")?("key_id")
    }

    /// Some identity, to try keys with.
    func anyIdentity() throws -> (supporter: Supporter.ID, section: Section.Code, lookup: String)? {
        try row("SELECT i.supporter_id, i.lookup, s.section FROM identity i JOIN supporter s ON s.id = i.supporter_id LIMIT 1")
            .map { (try $0("supporter_id"), try $0("section"), try $0("lookup")) }
    }

    /// Whether anything is sealed, or known by a keyed name alone.
    func needsKeys() throws -> Bool {
        try row("SELECT 1 AS one FROM identity LIMIT 1") != nil || row("SELECT 1 AS one FROM suppression LIMIT 1") != nil
    }
}
