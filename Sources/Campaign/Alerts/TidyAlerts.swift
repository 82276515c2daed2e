package import Storage

/// Forgets who was told of what, and lets old bounces count less. The work of "alert.tidy" jobs, once a day.
package struct TidyAlerts: Sendable {
    package static let kind = "alert.tidy"
    /// So long a coordinator may want to know why somebody did not get a mail; then it is nobody's business any more.
    private static let keptDays = 30
    private static let pageSize = 5_000

    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    package func callAsFunction(_ job: Job) async throws {
        let now = world.now(), then = now.adding(seconds: -Self.keptDays * 86_400)
        while try await database.write({ db in try db.forgetDeliveries(sentBefore: then, limit: Self.pageSize) }) > 0 {}
        try await database.write { db in
            try db.forgiveBounces()
            try db.forgetTurns(before: then)
        }
    }
}
