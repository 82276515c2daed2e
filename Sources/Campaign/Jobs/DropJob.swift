package import Storage

/// Takes a job off the list undone.
package struct DropJob: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Throws `JobRefusal`.
    package func callAsFunction(_ id: Job.ID, by name: String) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            guard try db.dropJob(id) else { throw JobRefusal.notThere(id.text) }
            try db.log("job.dropped", subject: id.text, by: name, id: event, at: now)
        }
    }
}
