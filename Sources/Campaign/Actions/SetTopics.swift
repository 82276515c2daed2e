package import Documents
package import Storage

/// Says what an action is about, in place of what was said before.
package struct SetTopics: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Throws `ActionRefusal.unknownReference`.
    package func callAsFunction(_ reference: Reference, _ topics: Set<Topic>, by staff: String) async throws {
        let now = world.now(), event = world.newID(), detail = topics.map(\.rawValue).sorted().joined(separator: " ")
        try await database.write { db in
            let action = try db.wholeAction(reference)
            try db.set(topics, of: action.id)
            try db.touch(action.id)
            try db.log("action.topics", subject: action.id.text, by: staff, detail: detail, id: event, at: now)
        }
    }
}
