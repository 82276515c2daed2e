package import Storage

/// Takes a code once more, before something that cannot be undone.
package struct ConfirmAgain: Sendable {
    let database: any Database
    let world: World
    let keyring: Keyring

    package init(database: any Database, world: World, keyring: Keyring) {
        self.database = database
        self.world = world
        self.keyring = keyring
    }

    /// The session's new token: whoever had the old one has nothing any more. Throws `StaffRefusal.wrong`, `StaffRefusal.wait`.
    @discardableResult
    package func callAsFunction(_ desk: AtDesk, code: String) async throws -> String {
        let now = world.now(), token = world.token(), event = world.newID(), keyring = keyring, id = desk.member.id
        return try await database.write { db -> Result<String, StaffRefusal> in
            if let secrets = try db.staffSecrets(id), secrets.blockedUntil(at: now) > now {
                return .failure(.wait(until: secrets.blockedUntil(at: now)))
            }
            guard try db.takeCode(code, of: id, keyring, at: now) else {
                try db.noteWrongAttempt(of: id, at: now)
                try db.log("staff.refused", subject: id.text, by: id.text, detail: "code", id: event, at: now)
                return .failure(.wrong)
            }
            try db.noteProved(desk.session, at: now)
            try db.renew(desk.session, token: token)
            return .success(token)
        }.get()
    }
}
