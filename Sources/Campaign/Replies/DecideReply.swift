import Documents
package import Storage

/// What becomes of a reply. With the decision the black is burnt in, and the pages as they came are gone.
package struct DecideReply: Sendable {
    let database: any Database
    let press: Press
    let world: World

    package init(database: any Database, press: Press, world: World) {
        self.database = database
        self.press = press
        self.world = world
    }

    /// On the page of its action. Throws `ReplyRefusal`: it needs words, for who cannot see a picture.
    package func publish(_ id: Reply.ID, since revision: Int, in section: Section.Code, by member: StaffMember.ID) async throws {
        try await decide(id, .published, "reply.published", since: revision, in: section, by: member)
    }

    /// For staff alone; of a published one: off the page again.
    package func keep(_ id: Reply.ID, since revision: Int, in section: Section.Code, by member: StaffMember.ID) async throws {
        try await decide(id, .kept, "reply.kept", since: revision, in: section, by: member)
    }

    /// Its words and pictures go at once; that it was refused is told to whoever handed it in.
    package func refuse(_ id: Reply.ID, since revision: Int, in section: Section.Code, by member: StaffMember.ID) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            let reply = try db.reply(id, tendedBy: section, since: revision)
            guard reply.state == .waiting else { throw ReplyRefusal.decided }
            try db.overwriteThoroughly()
            try db.emptyReply(id)
            try db.setState(.refused, of: id, by: member.text, on: now.utcDay, lookAgainOn: nil)
            try db.log("reply.refused", subject: id.text, by: member.text, id: event, at: now)
        }
    }

    /// Nothing of it is left, whatever had become of it.
    package func erase(_ id: Reply.ID, in section: Section.Code, by member: StaffMember.ID) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            guard try db.reply(id).section == section else { throw ReplyRefusal.unknown }
            let action = try db.action(ofReply: id)
            try db.overwriteThoroughly()
            try db.eraseReply(id)
            try db.touch(action)
            try db.log("reply.erased", subject: id.text, by: member.text, id: event, at: now)
        }
    }

    /// It is still needed: looked at again in a year.
    package func keepAnotherYear(_ id: Reply.ID, since revision: Int, in section: Section.Code, by member: StaffMember.ID) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            let reply = try db.reply(id, tendedBy: section, since: revision)
            try db.setState(
                reply.state, of: id, by: reply.decidedBy ?? member.text, on: now.utcDay,
                lookAgainOn: now.utcDay.adding(days: ReplyBounds.reviewDays))
            try db.log("reply.lookedAgain", subject: id.text, by: member.text, id: event, at: now)
        }
    }

    /// The black is made outside of the transaction, of what the same revision holds inside of it.
    private func decide(
        _ id: Reply.ID, _ state: Reply.State, _ name: String, since revision: Int, in section: Section.Code, by member: StaffMember.ID
    ) async throws {
        let now = world.now(), event = world.newID()
        let (reply, scans) = try await database.read { db in
            let reply = try db.reply(id, tendedBy: section, since: revision)
            return (reply, try reply.scans.filter { !$0.hidden.isEmpty }.map { ($0, try db.scan($0.position, of: id)) })
        }
        if state == .published, reply.texts.isEmpty { throw ReplyRefusal.noWords }
        var black: [Int: CleanScan] = [:]
        for (place, scan) in scans { if let scan { black[place.position] = try await press.blackenedOrRefused(scan, place.hidden) } }
        let burnt = black
        try await database.write { db in
            _ = try db.reply(id, tendedBy: section, since: revision)
            try db.overwriteThoroughly()
            for (page, scan) in burnt { try db.replaceScan(page, of: id, by: scan) }
            try db.setState(state, of: id, by: member.text, on: now.utcDay, lookAgainOn: now.utcDay.adding(days: ReplyBounds.reviewDays))
            try db.touch(db.action(ofReply: id))
            try db.log(name, subject: id.text, by: member.text, id: event, at: now)
        }
    }
}
