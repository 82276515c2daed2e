package import Documents
package import Storage

/// A person says that a document which is marked as internal, or for members, may be read by everybody. It can be published from then on.
package struct OpenToEverybody: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Throws `ActionRefusal`; nothing happens to one that is for everybody already.
    package func callAsFunction(_ reference: Reference, ordinal: Int, by name: String) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            let action = try db.wholeAction(reference)
            if try db.isWithdrawn(action.id) { throw ActionRefusal.withdrawn }
            guard let output = action.output(ordinal) else { throw ActionRefusal.unknownOutput(reference, ordinal) }
            guard output.audience != .everybody else { return }
            try db.openToEverybody(output.id)
            try db.touch(action.id)
            try db.log(
                "output.openedToEverybody", subject: action.id.text, by: name, detail: "output \(ordinal) was \(output.audience.rawValue)", id: event,
                at: now)
        }
    }
}
