package import Storage

/// Ends sessions of a staff member, on whatever machine they are.
package struct LeaveDesk: Sendable {
    let database: any Database

    package init(database: any Database) { self.database = database }

    /// One session, by the hash that names it; nothing happens when it is somebody else's.
    package func callAsFunction(_ session: String, of member: StaffMember.ID) async throws {
        try await database.write { db in try db.deleteStaffSession(session, of: member) }
    }

    /// The session that a browser had, whosever it is, once another one begins in it.
    package func callAsFunction(token: String) async throws {
        try await database.write { db in try db.deleteStaffSession(token: token) }
    }

    /// All but the one that asks for it.
    package func callAsFunction(everywhereBut session: String, of member: StaffMember.ID) async throws {
        try await database.write { db in try db.deleteStaffSessions(of: member, but: session) }
    }

    package func callAsFunction(everywhere member: StaffMember.ID) async throws {
        try await database.write { db in try db.deleteStaffSessions(of: member) }
    }
}
