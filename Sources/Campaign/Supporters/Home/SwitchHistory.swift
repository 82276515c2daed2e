package import Storage

/// Begins to keep the reports of a supporter beside them, or stops and deletes what was kept.
package struct SwitchHistory: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// - Parameter wantsOutcomes: whether they are to be told how the cases end that they reported on; not without a history.
    ///
    /// Throws `SupporterRefusal.signedOut` when the supporter is gone.
    package func callAsFunction(_ supporter: Supporter.ID, on isOn: Bool, wantsOutcomes: Bool = false) async throws {
        let now = world.now()
        try await database.write { db in
            guard let supporter = try db.supporter(supporter) else { throw SupporterRefusal.signedOut }
            try db.setHistory(isOn, wantsOutcomes: wantsOutcomes, of: supporter.id)
            try db.noteActivity(of: supporter.id, on: now.universalDay)
        }
    }
}
