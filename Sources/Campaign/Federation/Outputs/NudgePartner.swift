package import Storage

/// Tells a server that follows us that something happened, so that it asks at once. The work of "partner.nudge" jobs.
package struct NudgePartner: Sendable {
    package static let kind = "partner.nudge"

    let database: any Database
    let world: World
    let federation: Federation

    package init(database: any Database, world: World, federation: Federation) {
        self.database = database
        self.world = world
        self.federation = federation
    }

    /// Whoever does not hear it asks by itself in five minutes, so it is not tried again.
    package func callAsFunction(_ job: Job) async throws {
        guard let partner = try await database.read({ db in try db.partner(Partner.ID(job.subject)) }), partner.followsUs, partner.endedAt == nil,
            partner.isAccepted
        else { return }
        let ask = AskPartner(database: database, world: world, federation: federation), now = world.now()
        do {
            let answer = try await ask(partner, "POST", PartnerPath.ping, body: Array("{}".utf8))
            if answer.status != 200 { throw AskPartner.Failure(why: FollowPartner.words(answer)) }
        } catch let failure as AskPartner.Failure {
            try await database.write { db in try db.noteFailure(partner.id, "nudge: \(failure.why)", at: now) }
        }
    }
}
