package import Storage

/// Writes in the log that somebody of the staff looked at what was made of personal data.
package struct NoteReading: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    package func callAsFunction(_ name: String, _ staff: String) async throws {
        let event = world.newID(), now = world.now()
        try await database.write { db in try db.log(name, subject: staff, by: staff, id: event, at: now) }
    }
}
