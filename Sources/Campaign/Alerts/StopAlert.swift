package import Storage

/// Ends an alert, whatever it is doing. What was handed to a mail server stays there; nothing follows it.
package struct StopAlert: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Throws `AlertRefusal`.
    package func callAsFunction(_ id: Alert.ID, by name: String) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            let alert = try db.alert(id)
            guard alert.state != .stopped else { throw AlertRefusal.over(alert.state) }
            try db.stop(id, by: name, at: now)
            try db.log("alert.stopped", subject: id.text, by: name, id: event, at: now)
        }
    }
}
