import Documents
import Outgoing
package import Storage

/// Everything we hold about a supporter, for them.
package struct ExportSupporter: Sendable {
    let database: any Database
    let keyring: Keyring

    package init(database: any Database, keyring: Keyring) {
        self.database = database
        self.keyring = keyring
    }

    /// Throws `SupporterRefusal.signedOut` when the supporter is gone.
    package func callAsFunction(_ supporter: Supporter.ID) async throws -> SupporterExport {
        let keyring = keyring
        return try await database.read { db in
            guard let supporter = try db.supporter(supporter) else { throw SupporterRefusal.signedOut }
            let browser = try db.browser(of: supporter.id)?.address(of: supporter.id, keyring).endpoint.text
            return try db.export(
                supporter, address: db.address(of: supporter.id, keyring), browser: browser, phone: db.phone(of: supporter.id, keyring))
        }
    }
}
