package import Storage

/// Takes a passkey off the list, so that it opens nothing any more.
package struct RemovePasskey: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Nothing happens when it is somebody else's.
    package func callAsFunction(_ id: Passkey.ID, of member: StaffMember.ID) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            guard try db.deletePasskey(id, of: member) else { return }
            try db.log("passkey.removed", subject: member.text, by: member.text, detail: id.text, id: event, at: now)
        }
    }
}
