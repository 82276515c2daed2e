package import Storage

/// Keeps a report beside the supporter who made it, if they switched their history on; does nothing for others.
///
/// Called after the report was recorded, and apart from it: a count never waits for somebody's history, and never fails with it.
package struct RememberReport: Sendable {
    let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    /// - Parameter token: that of the form the report came with. As often as it is asked; nothing happens for a report that is not there.
    package func callAsFunction(_ supporter: Supporter.ID, reportToken token: String) async throws {
        try await database.write { db in try db.remember(reportToken: token, of: supporter) }
    }
}
