package import Documents
package import Storage

/// Takes a table into the register: all of it, or nothing when any row is wrong.
package struct ImportOfficials: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// What a table changes.
    package struct Result: Sendable, Equatable {
        /// Offices and missions that were not known.
        package var added = 0
        /// Versions that were added to what was known, holders and contacts included.
        package var changed = 0
        /// Printed contacts that were found to be contacts of the register.
        package var linked = 0
        /// What is wrong, row by row; when there is any, nothing was taken.
        package var problems: [TableProblem] = []
    }

    /// - Parameters:
    ///   - source: what the table is called, for the history.
    ///   - isDry: only tell what would change.
    package func callAsFunction(_ table: CSVTable, source: String, by name: String, isDry: Bool = false) async throws -> Result {
        let now = world.now(), newID = world.newID
        let dry: @Sendable (any Connection) throws -> Result = { db in try RegisterUpdate(db, newID: newID).result(of: table) }
        if isDry { return try await database.read(dry) }
        return try await database.write { db in
            let update = try RegisterUpdate(db, newID: newID), planned = update.result(of: table)
            guard planned.problems.isEmpty, planned.added + planned.changed > 0 else { return planned }
            return try update.take(table, source: source, by: name, at: now)
        }
    }
}
