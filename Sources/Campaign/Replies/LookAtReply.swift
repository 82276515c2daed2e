package import Storage

/// Opens a reply at a desk. Who handed it in may stand on its pages until somebody decided: that it was looked at is written down.
package struct LookAtReply: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Throws `ReplyRefusal.unknown`, of another section's as if it were not there unless it is shared.
    package func callAsFunction(_ id: Reply.ID, at section: Section.Code, by member: StaffMember.ID) async throws -> Reply {
        let now = world.now(), event = world.newID(), reply = try await database.read { db in try db.reply(id, atDeskOf: section) }
        guard reply.state == .waiting else { return reply }
        try await database.write { db in try db.log("reply.opened", subject: id.text, by: member.text, id: event, at: now) }
        return reply
    }
}

extension Connection {
    /// A reply that a section's desk has.
    package func reply(_ id: Reply.ID, atDeskOf section: Section.Code) throws -> Reply {
        let reply = try reply(id), isOthers = reply.isShared && (reply.state == .published || reply.state == .kept)
        guard reply.section == section || isOthers else { throw ReplyRefusal.unknown }
        return reply
    }
}
