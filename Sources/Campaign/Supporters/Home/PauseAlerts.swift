package import Documents
package import Storage

/// Keeps alerts back until a day, or ends the pause.
package struct PauseAlerts: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// - Parameter day: the first day on which alerts are wanted again; nil, today or a day gone by for now; a year ahead at most.
    package func callAsFunction(_ supporter: Supporter.ID, until day: Day?) async throws {
        let now = world.now()
        try await database.write { db in
            guard let supporter = try db.supporter(supporter) else { throw SupporterRefusal.signedOut }
            let today = now.day(in: supporter.timeZone)
            let until = day.flatMap { $0 > today ? min($0, today.adding(days: 366)) : nil }
            try db.setPause(until, of: supporter.id)
            try db.noteActivity(of: supporter.id, on: now.universalDay)
        }
    }
}
