package import Storage

/// Takes a role in a section from somebody. It holds from their next step on, on every machine.
package struct TakeRole: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Throws `StaffRefusal.unknown`, `StaffRefusal.unfitRole` for a role they have not, and `StaffRefusal.lastAdmin` when nobody could let
    /// anybody in any more.
    package func callAsFunction(_ login: String, role: String, in section: Section.Code, by: String) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            guard let name = LoginName(login), let member = try db.staffMember(named: name) else { throw StaffRefusal.unknown(login) }
            guard let taken = Role(rawValue: role), member.duties.roles[section]?.contains(taken) == true else { throw StaffRefusal.unfitRole(role) }
            if taken == .admin, section == .international, member.state == .active {
                let others = try db.staffMembers().filter { $0.id != member.id && $0.state == .active }
                guard others.contains(where: { $0.duties.allow(.administer, in: .international) }) else { throw StaffRefusal.lastAdmin }
            }
            try db.take(taken, in: section, from: member.id)
            try db.log("staff.roleTaken", subject: member.id.text, by: by, detail: "\(taken.rawValue) \(section.rawValue)", id: event, at: now)
        }
    }
}
