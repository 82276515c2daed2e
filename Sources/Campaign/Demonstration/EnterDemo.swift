package import Storage

/// Lets a visitor of a demonstration come to the desk as one of its staff, without a password. Anywhere else nobody comes in this way.
package struct EnterDemo: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// - Parameter browser: what it says of itself, for the list of sessions.
    ///
    /// Throws `DemoRefusal.notADemo`, `StaffRefusal.unknown`.
    package func callAsFunction(as member: DemoStaff, browser: String) async throws -> StaffSession {
        let now = world.now(), token = world.token()
        return try await database.write { db in
            guard try db.demoBegun() != nil else { throw DemoRefusal.notADemo }
            guard let login = LoginName(member.login), let found = try db.staffMember(named: login) else { throw StaffRefusal.unknown(member.login) }
            let session = StaffSession(token: token, endsAt: now.adding(seconds: StaffTimes.sessionSeconds))
            try db.insert(session, of: found.id, browser: String(browser.prefix(80)), at: now)
            return session
        }
    }
}
