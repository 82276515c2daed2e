package import Documents
package import Storage

/// Takes an action down: from then on every route of it answers 410, none of its alerts goes out, and none of their words is kept.
package struct WithdrawAction: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Throws `ActionRefusal` when there is no such action or it is down already.
    package func callAsFunction(_ reference: Reference, reason: String, by name: String) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in try db.withdraw(reference, reason: reason, by: name, event: event, at: now) }
    }
}

extension Connection {
    /// Part of somebody's transaction.
    func withdraw(_ reference: Reference, reason: String, by name: String, event: String, at now: Instant) throws {
        let action = try wholeAction(reference)
        if try isWithdrawn(action.id) { throw ActionRefusal.alreadyWithdrawn(reference) }
        try insertWithdrawal(of: action.id, reason: reason, by: name, at: now)
        try endAlerts(ofWithdrawn: action.id, by: name, at: now)
        try eraseReplies(toWithdrawn: action.id)
        try touch(action.id)
        try log("action.withdrawn", subject: action.id.text, by: name, id: event, at: now)
    }
}
