import Documents
package import Storage

/// Publishes at the moment that was set, once, whichever process comes first; not when anything changed since. The work of
/// "manuscript.publish" jobs.
package struct PublishScheduled: Sendable {
    package static let kind = "manuscript.publish"

    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// - Parameter job: its subject is the output's id and the moment, with a blank between them.
    package func callAsFunction(_ job: Job) async throws {
        let parts = job.subject.split(separator: " ").map(String.init), now = world.now(), world = world
        guard parts.count == 2, let moment = Instant(parts[1]), moment <= now else { return }
        let id = Output.ID(parts[0])
        try await database.write { db in
            // set to another moment, or taken back: that job is another one, or none
            guard let known = try db.manuscript(of: id), known.state == .scheduled, known.scheduledFor == moment else { return }
            let reference = try db.reference(ofOutput: id), action = try db.wholeAction(reference)
            guard let output = action.outputs.first(where: { $0.id == id }), output.publishedAt == nil, try !db.isWithdrawn(action.id) else { return }
            let manuscript = try db.opened(reference, output.ordinal, for: known.section, world, at: now).manuscript
            do throws(ManuscriptRefusal) {
                try manuscript.expectPublishable(at: now)
            } catch {
                try db.log(
                    "manuscript.scheduleLapsed", subject: id.text, by: "amparo", detail: "revision \(manuscript.revision)", id: world.newID(), at: now
                )
                return
            }
            _ = try db.publish(reference, [output.ordinal], by: manuscript.approvedBy ?? "amparo", event: world.newID(), at: now)
        }
    }
}
