package import Storage

/// Whether a browser is with us, told to nobody but that browser.
package struct KnowBrowser: Sendable {
    let database: any Database
    let keyring: Keyring

    package init(database: any Database, keyring: Keyring) {
        self.database = database
        self.keyring = keyring
    }

    package func callAsFunction(_ proof: BrowserProof, in section: Section.Code) async throws -> Bool {
        let keyring = keyring
        return try await database.read { db in try db.supporter(proof, in: section, keyring) != nil }
    }
}
