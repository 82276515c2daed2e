package import Documents
package import Storage

extension Connection {
    /// The sealed address of a supporter; nil for one who gave none, or is gone. It opens for the place ``IdentityPlace/address(of:)``.
    package func sealedAddress(of supporter: Supporter.ID) throws -> Sealed? {
        try row("SELECT key_id, sealed FROM identity WHERE supporter_id = \(supporter)").map(Sealed.init)
    }

    /// The address as it was given; nil for one who gave none, or is gone.
    package func address(of supporter: Supporter.ID, _ keyring: Keyring) throws -> MailAddress? {
        guard let sealed = try sealedAddress(of: supporter) else { return nil }
        return MailAddress(try keyring.opened(sealed, for: IdentityPlace.address(of: supporter)))
    }

    /// The supporter with that address.
    func supporter(lookup: String) throws -> Supporter.ID? {
        try row("SELECT supporter_id FROM identity WHERE lookup = \(lookup)").map { try $0("supporter_id") }
    }

    /// Under which name the address of a supporter is found.
    func lookup(of supporter: Supporter.ID) throws -> String? {
        try row("SELECT lookup FROM identity WHERE supporter_id = \(supporter)").map { try $0("lookup") }
    }

    /// Keeps who a supporter is, in place of what was known before.
    func setIdentity(of supporter: Supporter.ID, lookup: String, _ sealed: Sealed) throws {
        try execute(
            """
            INSERT INTO identity (supporter_id, lookup, key_id, sealed)
            VALUES (\(supporter), \(lookup), \(sealed.keyID), \(sealed.bytes))
            ON CONFLICT (supporter_id) DO UPDATE SET lookup = excluded.lookup, key_id = excluded.key_id, sealed = excluded.sealed
            """
        )
    }
}

extension Sealed {
    init(_ row: Row) throws {
        self.init(keyID: try row("key_id"), bytes: try row("sealed"))
    }
}
