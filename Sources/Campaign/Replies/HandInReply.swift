package import Storage

/// Takes a reply in, to be looked at: unseen by the public until somebody at the section's desk publishes it.
package struct HandInReply: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Its id; of one that was handed in by the same token before that one, whatever this holds.
    /// Throws `ActionRefusal` for an action that is not there or withdrawn, `ReplyRefusal.full`.
    @discardableResult
    package func callAsFunction(_ handed: HandedReply) async throws -> Reply.ID {
        let now = world.now(), id = Reply.ID(world.newID()), event = world.newID(), hash = Digest.sha256(handed.token)
        return try await database.write { db in
            let action = try db.wholeAction(handed.reference)
            if try db.isWithdrawn(action.id) { throw ActionRefusal.withdrawn }
            if let known = try db.replyID(tokenHash: hash) { return known }
            if handed.member == nil, try db.countWaitingReplies(of: handed.section) >= ReplyBounds.waiting { throw ReplyRefusal.full }
            try db.insert(handed, id, of: action.id, tokenHash: hash, on: now.utcDay)
            for (place, scan) in handed.scans.enumerated() { try db.insert(scan, at: place + 1, of: id) }
            if !handed.words.isEmpty { try db.setWords(handed.words, in: handed.language ?? .undetermined, of: id) }
            try db.eraseAgain(in: action.id)
            try db.log("reply.handedIn", subject: id.text, by: handed.member?.text ?? "form", id: event, at: now)
            return id
        }
    }
}

/// What whoever handed a reply in can still do: look how far it is, and take it back.
package struct TakeBackReply: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Erases it, as long as nobody decided about it. Throws `ReplyRefusal`.
    package func callAsFunction(token: String) async throws {
        let now = world.now(), event = world.newID(), hash = Digest.sha256(token)
        try await database.write { db in
            guard let id = try db.replyID(tokenHash: hash) else { throw ReplyRefusal.unknown }
            guard try db.reply(id).state == .waiting else { throw ReplyRefusal.decided }
            try db.eraseReply(id)
            try db.log("reply.takenBack", subject: id.text, by: "form", id: event, at: now)
        }
    }
}
