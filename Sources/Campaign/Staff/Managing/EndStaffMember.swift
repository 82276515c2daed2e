package import Storage

/// Shuts the desk for somebody at once, on every machine.
package struct EndStaffMember: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Throws `StaffRefusal.unknown`, and `StaffRefusal.lastAdmin` when nobody could let anybody in any more.
    package func callAsFunction(_ login: String, by: String) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            guard let name = LoginName(login), let member = try db.staffMember(named: name), member.state != .ended else {
                throw StaffRefusal.unknown(login)
            }
            let others = try db.staffMembers().filter { $0.id != member.id && $0.state == .active }
            let isAdmin = !member.duties.sections(allowing: .administer).isEmpty
            if isAdmin, !others.contains(where: { !$0.duties.sections(allowing: .administer).isEmpty }) { throw StaffRefusal.lastAdmin }
            try db.deleteStaffSessions(of: member.id)
            try db.endStaffMember(member.id)
            try db.log("staff.ended", subject: member.id.text, by: by, id: event, at: now)
        }
    }
}
