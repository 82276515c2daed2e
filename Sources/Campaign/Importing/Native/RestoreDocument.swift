package import Documents
package import Storage

/// Takes a file of Amparo's own format in, without losing anything: into an empty database it puts exactly what was exported.
///
/// What is known already stays, what is new is added, and where the two differ a finding says so, as with any imported document.
package struct RestoreDocument: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// One transaction. With `isPublished` the output is as public as the file says, by the name and at the time it says; else it is a draft.
    /// Returns nil for a withdrawal: the action is down, and there is no more to say of it. Throws `ImportRefusal`, `ActionRefusal`.
    package func callAsFunction(_ document: NativeDocument, _ provenance: Provenance, isPublished: Bool) async throws -> ImportResult? {
        let now = world.now(), newID = world.newID
        return try await database.write { db in
            switch document {
            case .output(let native):
                var restoration = Restoration(db: db, native: native, provenance: provenance, isPublished: isPublished, now: now, newID: newID)
                return try restoration()
            case .withdrawal(let withdrawal):
                try db.restore(withdrawal, provenance: provenance, isPublished: isPublished, now: now, newID: newID)
                return nil
            }
        }
    }
}

extension Connection {
    /// An action that is not here gets a row without a name, so that no later document brings it back.
    fileprivate func restore(
        _ withdrawal: NativeWithdrawal, provenance: Provenance, isPublished: Bool, now: Instant, newID: @Sendable () -> String
    ) throws {
        let known: Action.ID? = try actionRow(withdrawal.reference).map { try $0("id") }
        if let known {
            if try isWithdrawn(known) { return }
            if try !isPublished && hasPublishedOutput(known) { throw ImportRefusal.publicAction(withdrawal.reference) }
        }
        let action = known ?? Action.ID(newID())
        if known == nil { try insertAction(action, withdrawal.reference, isInvented: false, at: now) }
        let at = try Instant(stored: withdrawal.stamp.at)
        try insertWithdrawal(of: action, reason: withdrawal.reason, by: withdrawal.stamp.by, at: at)
        try endAlerts(ofWithdrawn: action, by: provenance.by, at: now)
        try touch(action)
        try log("action.withdrawn", subject: action.text, by: provenance.by, detail: provenance.sha256, id: newID(), at: now)
    }
}

extension Instant {
    /// Throws `ImportRefusal.malformed` for a text that is no stored instant.
    init(stored text: String) throws(ImportRefusal) {
        guard let instant = Instant(text) else { throw .malformed("at") }
        self = instant
    }
}
