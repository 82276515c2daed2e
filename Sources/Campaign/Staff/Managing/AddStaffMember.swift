package import Documents
package import Storage

/// Makes an account with a role, and a link by which its owner comes in.
package struct AddStaffMember: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// The token of the invitation. Somebody who is there already gets the further role and no link.
    ///
    /// Throws `StaffRefusal`.
    package func callAsFunction(
        _ login: String, name: String, role: String, in section: Section.Code, language: Language, by: String
    ) async throws -> String? {
        guard let login = LoginName(login) else { throw StaffRefusal.unfitLogin(login) }
        guard let role = Role(rawValue: role) else { throw StaffRefusal.unfitRole(role) }
        let now = world.now(), id = StaffMember.ID(world.newID()), token = world.token(), event = world.newID()
        return try await database.write { db in
            guard try db.sections().contains(where: { $0.code == section }) else { throw StaffRefusal.unknownSection(section.rawValue) }
            let known = try db.staffMember(named: login)
            if known == nil {
                try db.insert(StaffMember(id: id, login: login, name: name, state: .invited, language: language, duties: Duties()), at: now)
                try db.invite(id, token: token, until: now.adding(seconds: StaffTimes.invitationSeconds))
            }
            try db.give(role, in: section, to: known?.id ?? id)
            try db.log(
                known == nil ? "staff.added" : "staff.given", subject: (known?.id ?? id).text, by: by,
                detail: "\(role.rawValue) \(section.rawValue)", id: event, at: now)
            return known == nil ? token : nil
        }
    }
}
