import Foundation
package import Storage

/// Asks a server that we follow for what changed, takes it, and tells what we counted. The work of "partner.follow" jobs.
///
/// What goes wrong is written down for staff and tried again at the next turn, so that one server that is down costs one question in five minutes.
package struct FollowPartner: Sendable {
    package static let kind = "partner.follow"

    let database: any Database
    let world: World
    let federation: Federation

    package init(database: any Database, world: World, federation: Federation) {
        self.database = database
        self.world = world
        self.federation = federation
    }

    package func callAsFunction(_ job: Job) async throws {
        guard let partner = try await database.read({ db in try db.partner(Partner.ID(job.subject)) }), partner.weFollow, partner.endedAt == nil,
            partner.isAccepted
        else { return }
        let now = world.now()
        do {
            let problem = try await follow(partner)
            try await TellTallies(database: database, world: world, federation: federation)(partner)
            try await database.write { db in
                try db.noteContact(partner.id, at: now)
                if let problem { try db.noteFailure(partner.id, problem, at: now) }
            }
        } catch let failure as AskPartner.Failure {
            try await database.write { db in try db.noteFailure(partner.id, failure.why, at: now) }
        }
    }

    /// Takes page after page, what is here already without doing anything; returns the last change that was not taken, with the reason.
    private func follow(_ partner: Partner) async throws -> String? {
        let ask = AskPartner(database: database, world: world, federation: federation), take = TakeChange(database: database, world: world)
        var after = partner.takenSeq, problem: String?
        for _ in 0..<ChangeBounds.pages {
            let answer = try await ask(partner, "GET", PartnerPath.outputs, query: "?after=\(after)")
            guard answer.status == 200 else { throw AskPartner.Failure(why: Self.words(answer)) }
            guard let page = ChangePage(json: answer.body), page.server == partner.address, page.next >= 0,
                page.next > after || !page.hasMore
            else {
                throw AskPartner.Failure(why: "not a page of changes")
            }
            // its log is shorter than it was: it was restored from a backup, so everything is read once more
            if page.next < after {
                after = 0
                continue
            }
            for change in page.changes { problem = try await take(change, from: partner) ?? problem }
            after = page.next
            let next = after
            try await database.write { db in try db.noteTaken(partner.id, upTo: next) }
            if !page.hasMore { break }
        }
        return problem
    }

    static func words(_ answer: PartnerAnswer) -> String {
        struct Problem: Decodable { let problem: String }
        let problem = (try? JSONDecoder().decode(Problem.self, from: Data(answer.body)))?.problem ?? ""
        return "status \(answer.status) \(problem)".prefix(200).filter { !$0.isNewline }.trimmed
    }
}
