package import Storage

/// Ends alerts for the supporter of an `UnsubscribeToken`, without signing in, as often as it is asked.
///
/// Which cases they chose and follow stays for a while, so that they may come back; the address is suppressed, and that alone stops every mail.
/// No other program is told of them any more.
/// A supporter without an address is erased at once: nothing else would lead back to them.
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
        let now = world.now(), event = world.newID()
        try await database.write { db in
            guard let supporter = try db.supporter(id), supporter.state == .confirmed else { return }
            guard let lookup = try db.lookup(of: id) else { return try db.erase(supporter, event: event, by: "supporter", at: now) }
            try db.leaveAlone(supporter, lookup, at: now)
        }
    }
}

extension Connection {
    /// The form at home shows the pace: to come back is a choice that somebody makes.
    fileprivate func leaveAlone(_ supporter: Supporter, _ lookup: String, at now: Instant) throws {
        try suppress(Suppression(lookup: lookup, section: supporter.section, reason: .unsubscribed, at: now))
        var preferences = supporter.preferences
        preferences.pace = .none
        preferences.sameDay = false
        try set(preferences, of: supporter.id)
        try endSharing(of: supporter.id)
        try noteActivity(of: supporter.id, on: now.universalDay)
    }
}
