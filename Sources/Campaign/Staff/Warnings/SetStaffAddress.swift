package import Documents
package import Storage

/// Where a staff member wants to be warned of a sign-in from a browser they never used. Of their own free will: the desk works without.
package struct SetStaffAddress: Sendable {
    let database: any Database
    let world: World
    let keyring: Keyring

    package init(database: any Database, world: World, keyring: Keyring) {
        self.database = database
        self.world = world
        self.keyring = keyring
    }

    /// - Parameter address: nil for none any more.
    package func callAsFunction(_ address: MailAddress?, of member: StaffMember.ID) async throws {
        let now = world.now(), event = world.newID(), sealed = address.map { keyring.sealed($0.text, for: StaffSecrets.addressPlace(of: member)) }
        try await database.write { db in
            try db.setStaffAddress(sealed, of: member)
            try db.log(sealed == nil ? "staff.addressRemoved" : "staff.addressSet", subject: member.text, by: member.text, id: event, at: now)
        }
    }
}

extension StaffSecrets {
    static func addressPlace(of member: StaffMember.ID) -> String { "staff address \(member.text)" }
}
