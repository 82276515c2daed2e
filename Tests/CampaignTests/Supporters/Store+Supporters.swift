import Documents
import Storage
import TestSupport

@testable import Campaign

extension SupporterCounter {
    func enter(_ address: String) async throws -> SupporterSession {
        let asked = try await askToSignIn(address)
        guard let token = asked.token else { throw NoLetter() }
        return try await signIn(token, asked.code.text)
    }

    func home(_ session: SupporterSession) async throws -> SupporterAtHome {
        try await LookAtHome(database: store.database, world: store.world, keyring: keyring)(session: session.token)
    }

    func follow(_ supporter: Supporter.ID, _ wish: FollowWish) async throws {
        try await Follow(database: store.database, world: store.world)(supporter, wish)
    }

    func askForAddress(_ supporter: Supporter.ID, _ address: String) async throws -> [SupporterLetter] {
        try RequestNewAddress(
            database: store.database, world: store.world, keyring: keyring, correspondence: correspondence, errands: errands)(supporter, address)
        await errands.drain()
        return tray.empty()
    }

    func confirmAddress(_ token: String) async throws -> Confirmation {
        try await ConfirmNewAddress(database: store.database, world: store.world, keyring: keyring, correspondence: correspondence)(token: token)
    }
}

extension Store {
    func signedIn(_ token: String) async throws -> Supporter? {
        let now = world.now()
        return try await database.read { try $0.supporter(session: token, at: now) }
    }

    func address(of supporter: Supporter.ID, _ counter: SupporterCounter) async throws -> String? {
        let keyring = counter.keyring
        return try await database.read { try $0.address(of: supporter, keyring)?.text }
    }

    /// A mail that waits to be sent, as the alerts make it.
    func queueDelivery(to supporter: Supporter.ID) async throws {
        try await database.write { db in
            try db.execute(
                """
                INSERT INTO alert (id, section, output_id, kind, state, same_day, created_at)
                SELECT 'alert', 'int', o.id, 'first', 'sending', o.published_at IS NULL, '2021-11-30T10:00:00.000Z' FROM output o LIMIT 1
                """)
            try db.execute(
                """
                INSERT INTO delivery (alert_id, supporter_id, state, in_digest, attempts, due_at)
                VALUES ('alert', \(supporter), 'waiting', \(false), 0, '2021-11-30T10:00:00.000Z')
                """)
        }
    }
}
