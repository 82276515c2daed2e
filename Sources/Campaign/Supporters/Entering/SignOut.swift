package import Storage

/// Ends a session, or all of a supporter's, on whatever browser they are.
package struct SignOut: Sendable {
    let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    /// The session of one browser. As often as it is asked.
    package func callAsFunction(token: String) async throws {
        try await database.write { db in try db.deleteSession(token: token) }
    }

    package func callAsFunction(everywhere supporter: Supporter.ID) async throws {
        try await database.write { db in try db.deleteSessions(of: supporter) }
    }
}
