package import Documents
package import Storage

/// Publishes what the desk has let through: an output with a manuscript goes out as it was approved, or not at all.
package struct PublishFromDesk: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Publishes the draft outputs that may be, or only `ordinal`; what nobody opened at the desk goes as it was accepted. Returns the
    /// ordinals. Throws `ActionRefusal`, and the first `ManuscriptRefusal` when none may.
    package func callAsFunction(_ reference: Reference, ordinal: Int? = nil, for section: Section.Code, by name: String) async throws -> [Int] {
        let now = world.now(), world = world
        return try await database.write { db in
            let action = try db.wholeAction(reference), manuscripts = try db.manuscripts(of: action.id)
            var ready: [Int] = [], refusal: ManuscriptRefusal?
            for output in action.outputs where output.publishedAt == nil && (ordinal == nil || output.ordinal == ordinal) {
                do {
                    if manuscripts[output.id] != nil {
                        try db.opened(reference, output.ordinal, for: section, world, at: now).manuscript.expectPublishable(at: now)
                    }
                    ready.append(output.ordinal)
                } catch let error as ManuscriptRefusal {
                    refusal = refusal ?? error
                }
            }
            if ready.isEmpty, let refusal { throw refusal }
            return try db.publish(reference, ready.isEmpty ? ordinal.map { [$0] } : ready, by: name, event: world.newID(), at: now)
        }
    }
}
