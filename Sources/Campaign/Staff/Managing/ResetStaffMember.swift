package import Storage

/// Lets somebody come in anew who lost their password or phone: everything they had ends, and a new link begins.
package struct ResetStaffMember: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// The token of the new invitation. Throws `StaffRefusal.unknown`.
    package func callAsFunction(_ login: String, by: String) async throws -> String {
        let now = world.now(), token = world.token(), event = world.newID()
        try await database.write { db in
            guard let name = LoginName(login), let member = try db.staffMember(named: name) else { throw StaffRefusal.unknown(login) }
            try db.deleteStaffSessions(of: member.id)
            try db.deleteStaffBrowsers(of: member.id)
            try db.invite(member.id, token: token, until: now.adding(seconds: StaffTimes.invitationSeconds))
            try db.log("staff.reset", subject: member.id.text, by: by, id: event, at: now)
        }
        return token
    }
}
