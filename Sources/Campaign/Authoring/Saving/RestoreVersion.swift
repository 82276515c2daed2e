package import Documents
package import Storage

/// Takes an old version up again, as a new one: what was written in between stays in the history.
package struct RestoreVersion: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Throws `ActionRefusal`, `ManuscriptRefusal`.
    package func callAsFunction(
        _ revision: Int, of reference: Reference, _ ordinal: Int, for section: Section.Code, by member: StaffMember.ID
    ) async throws -> Manuscript {
        let now = world.now(), world = world
        return try await database.write { db in
            let opened = try db.opened(reference, ordinal, for: section, world, at: now)
            guard let version = try db.version(revision, of: opened.manuscript.output) else { throw ManuscriptRefusal.nothingThere }
            return try db.save(version.content, to: opened, by: member, world, at: now, as: "manuscript.restored")
        }
    }
}
