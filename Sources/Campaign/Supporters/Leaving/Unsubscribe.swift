package import Storage

/// Ends alerts for the supporter of an `UnsubscribeToken`, without signing in, as often as it is asked.
///
/// Which cases they chose and follow stays for a while, so that they may come back; the address is suppressed, and that alone stops every mail.
package struct Unsubscribe: Sendable {
    let database: any Database
    let world: World
    let keyring: Keyring

    package init(database: any Database, world: World, keyring: Keyring) {
        self.database = database
        self.world = world
        self.keyring = keyring
    }

    /// The same after an erasure, and when done before. Throws `SupporterRefusal.linkOver` for a token we never made.
    package func callAsFunction(token: String) async throws {
        guard let id = UnsubscribeToken.supporter(token, keyring) else { throw SupporterRefusal.linkOver }
        let now = world.now()
        try await database.write { db in
            guard let supporter = try db.supporter(id), supporter.state == .confirmed else { return }
            try db.leaveAlone(supporter, at: now)
        }
    }
}

extension Connection {
    /// Push goes by the pace alone, and the form at home shows it: to come back is a choice that somebody makes.
    fileprivate func leaveAlone(_ supporter: Supporter, at now: Instant) throws {
        if let lookup = try lookup(of: supporter.id) {
            try suppress(Suppression(lookup: lookup, section: supporter.section, reason: .unsubscribed, at: now))
        }
        var preferences = supporter.preferences
        preferences.pace = .none
        preferences.sameDay = false
        try set(preferences, of: supporter.id)
        try noteActivity(of: supporter.id, on: now.universalDay)
    }
}
