package import Storage

/// Has a database begin anew with these keys, when nothing in it was sealed or found by others.
package struct AdoptKeys: Sendable {
    let database: any Database
    let keyring: Keyring

    package init(database: any Database, keyring: Keyring) {
        self.database = database
        self.keyring = keyring
    }

    /// False when something would be lost: an address, or that nothing may be mailed to one.
    package func callAsFunction() async throws -> Bool {
        let mark = keyring.databaseMark
        return try await database.write { db in
            guard try !db.needsKeys() else { return false }
            try db.forgetKeyringMark()
            return try db.enterKeyringMark(mark) == mark
        }
    }
}
