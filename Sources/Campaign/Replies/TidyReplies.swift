import Documents
package import Storage

/// Lets go of replies that nobody decided about in time, and of those that were refused a while ago.
package struct TidyReplies: Sendable {
    package static let kind = "reply.tidy"

    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    package func callAsFunction() async throws {
        let now = world.now(), newID = world.newID, today = now.utcDay
        try await database.write { db in
            let late = try db.replies(waitingSince: today.adding(days: -ReplyBounds.keptDays))
            if !late.isEmpty { try db.overwriteThoroughly() }
            for id in late {
                try db.eraseReply(id)
                try db.log("reply.expired", subject: id.text, by: Self.kind, id: newID(), at: now)
            }
            try db.eraseReplies(refusedBefore: today.adding(days: -ReplyBounds.refusedDays))
        }
    }
}
