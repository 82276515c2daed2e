package import Documents
package import Storage

/// What is known of a reply, as staff of its section have it: who answered, when, in which language, what it says, which parts are to be black.
package struct TendReply: Sendable {
    let database: any Database
    let press: Press
    let world: World

    package init(database: any Database, press: Press, world: World) {
        self.database = database
        self.press = press
        self.world = world
    }

    package struct Facts: Sendable {
        package var office: String
        package var language: Language?
        package var receivedOn: Day?
        package var isShared: Bool
        /// Words of languages that are not here stay as they are; empty ones go.
        package var texts: [Language: String]

        package init(office: String, language: Language?, receivedOn: Day?, isShared: Bool, texts: [Language: String]) {
            self.office = office
            self.language = language
            self.receivedOn = receivedOn
            self.isShared = isShared
            self.texts = texts
        }
    }

    /// Throws `ReplyRefusal`, `changedMeanwhile` when it was changed since `revision`.
    package func callAsFunction(_ id: Reply.ID, _ facts: Facts, since revision: Int, in section: Section.Code, by member: StaffMember.ID) async throws
    {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            let reply = try db.reply(id, tendedBy: section, since: revision)
            try db.setFacts(facts, of: id)
            for (language, words) in facts.texts { try db.setWords(words.cut(to: ReplyBounds.words), in: language, of: id) }
            if reply.state == .published, try db.reply(id).texts.isEmpty { throw ReplyRefusal.noWords }
            let action = try db.action(ofReply: id)
            try db.eraseAgain(in: action)
            try db.touch(action)
            try db.log("reply.changed", subject: id.text, by: member.text, id: event, at: now)
        }
    }

    /// Notes what becomes black on a page; once it was decided about, it does so at once.
    package func cover(
        _ id: Reply.ID, page: Int, _ parts: [Blackening], since revision: Int, in section: Section.Code, by member: StaffMember.ID
    ) async throws {
        let now = world.now(), event = world.newID()
        let (reply, scan) = try await database.read { db in
            (try db.reply(id, tendedBy: section, since: revision), try db.scan(page, of: id))
        }
        guard let scan else { throw ReplyRefusal.unknown }
        let black = reply.state.isDecided && !parts.isEmpty ? try await press.blackenedOrRefused(scan, parts) : nil
        try await database.write { db in
            _ = try db.reply(id, tendedBy: section, since: revision)
            try db.overwriteThoroughly()
            if let black { try db.replaceScan(page, of: id, by: black) } else { try db.hide(parts, onPage: page, of: id) }
            try db.raiseRevision(of: id)
            try db.touch(db.action(ofReply: id))
            try db.log("reply.blackened", subject: id.text, by: member.text, detail: "page \(page)", id: event, at: now)
        }
    }

    /// Takes a page out, for good.
    package func remove(page: Int, of id: Reply.ID, since revision: Int, in section: Section.Code, by member: StaffMember.ID) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            _ = try db.reply(id, tendedBy: section, since: revision)
            try db.overwriteThoroughly()
            try db.eraseScan(page, of: id)
            try db.raiseRevision(of: id)
            try db.touch(db.action(ofReply: id))
            try db.log("reply.pageErased", subject: id.text, by: member.text, detail: "page \(page)", id: event, at: now)
        }
    }
}

extension Connection {
    /// A reply that staff of a section may change. Throws `ReplyRefusal`: of another section as if it were not there.
    func reply(_ id: Reply.ID, tendedBy section: Section.Code, since revision: Int) throws -> Reply {
        let reply = try reply(id)
        guard reply.section == section, reply.state != .refused else { throw ReplyRefusal.unknown }
        guard reply.revision == revision else { throw ReplyRefusal.changedMeanwhile }
        return reply
    }
}

extension Press {
    func blackenedOrRefused(_ scan: CleanScan, _ parts: [Blackening]) async throws -> CleanScan {
        do { return try await blackened(scan, parts) } catch { throw ReplyRefusal.noPictures }
    }
}
