package import Storage

/// Has a job tried again from the beginning, a dead one too.
package struct RetryJob: Sendable {
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
            guard try db.reviveJob(id, at: now) else { throw JobRefusal.notThere(id.text) }
            try db.log("job.retried", subject: id.text, by: name, id: event, at: now)
        }
    }
}
