package import Storage

/// Forgets who was told of what and the bounces of addresses that take mail again, and lets old bounces count less. The work of "alert.tidy" jobs, once a day.
package struct TidyAlerts: Sendable {
    package static let kind = "alert.tidy"
    /// So long a coordinator may want to know why somebody did not get a mail; then it is nobody's business any more.
    private static let keptDays = 30
    /// A relay tries for up to five days before it returns a mail (RFC 5321 section 4.5.4.1), most give up earlier; a bounce that comes later
    /// counts anew.
    private static let bounceDays = 5
    private static let pageSize = 5_000

    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    package func callAsFunction(_ job: Job) async throws {
        let now = world.now(), then = now.adding(seconds: -Self.keptDays * 86_400)
        // nobody claims what a worker that is gone had claimed for people who are gone
        try await database.write(keeping: .throughPowerCuts, isolation: .besideOthers) { db in try db.foldOldNotes(at: now) }
        for alert in try await database.read({ db in try db.alertsWithDeliveries(approvedBefore: then) }) { try await forget(alert, before: then) }
        try await database.write { db in
            try db.forgetBounces(ofMailBefore: now.adding(seconds: -Self.bounceDays * 86_400))
            try db.forgiveBounces()
            try db.forgetTexts(before: then)
            try db.forgetTurns(before: then)
        }
    }

    private func forget(_ alert: Alert.ID, before then: Instant) async throws {
        var last: String? = ""
        while let after = last {
            last = try await database.write { db in
                try db.forgetDeliveries(of: alert, settledBefore: then, after: after, limit: Self.pageSize)
            }
        }
    }
}
