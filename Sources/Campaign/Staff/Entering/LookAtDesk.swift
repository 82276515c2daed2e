package import Storage

/// Tells who is at the desk by the token of their browser, and keeps the chair warm.
package struct LookAtDesk: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Nil when the session is over, was idle for too long, or its owner has left.
    package func callAsFunction(token: String) async throws -> AtDesk? {
        let now = world.now()
        let found = try await database.read { db in try db.atDesk(token: token, at: now) }
        // Once a minute is enough to tell an empty chair, and spares a write a page.
        if let found, found.seenAt < now.adding(seconds: -60) { try await database.write { db in try db.noteSeen(found.session, at: now) } }
        return found
    }
}
