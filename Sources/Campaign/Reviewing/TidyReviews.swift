package import Storage

/// Lets go of documents that nobody decided about in time, and of the hashes of those that were decided a while ago.
package struct TidyReviews: Sendable {
    package static let kind = "import.tidy"

    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    package func callAsFunction() async throws {
        let now = world.now(), newID = world.newID
        let before = now.adding(seconds: -ReviewBounds.keptDays * 86_400), decidedBefore = now.adding(seconds: -ReviewBounds.shownDays * 86_400)
        try await database.write { db in
            for id in try db.reviews(undecidedSince: before) {
                try db.eraseReview(id)
                try db.log("review.expired", subject: id.text, by: Self.kind, id: newID(), at: now)
            }
            try db.eraseReviews(decidedBefore: decidedBefore)
        }
    }
}
