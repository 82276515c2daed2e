package import Documents
package import Storage

/// Begins the next document of an action as a draft: with the words, letters and addressees of the latest, to be changed before it is published.
///
/// Once it is published the one before is superseded: its letter stops at once, and its page leads on.
package struct BeginFollowUp: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// - Parameter today: the day it is for whoever begins it.
    ///
    /// Returns the ordinal of the draft. Throws `ActionRefusal`, `FollowUpRefusal`, `FormProblems`.
    package func callAsFunction(_ reference: Reference, _ followUp: FollowUp, on today: Day, by name: String) async throws -> Int {
        let now = world.now(), newID = world.newID
        return try await database.write { db in
            let action = try db.wholeAction(reference)
            if try db.isWithdrawn(action.id) { throw ActionRefusal.withdrawn }
            let latest = try action.followable(), problems = followUp.problems(on: today)
            guard problems.isEmpty else { throw problems }
            let corrected = try action.corrected(by: followUp, after: latest)
            let id = Output.ID(newID()), ordinal = latest.ordinal + 1
            try db.insertFollowUp(id, ordinal, of: action.id, followUp, after: latest, corrects: corrected)
            try db.copyWords(from: latest, to: id, for: followUp.kind)
            for edition in latest.editions { try db.copy(edition, to: id, for: followUp.kind, newID) }
            let notes = followUp.corrections.map { OutputNote(.correction, $0.key, $0.value) }
            try db.replace(notes, .correction, of: id)
            try db.touch(action.id)
            let detail = "output \(ordinal) \(followUp.kind.rawValue)"
            try db.log("action.followedUp", subject: action.id.text, by: name, detail: detail, id: newID(), at: now)
            return ordinal
        }
    }
}

extension Action {
    /// The output that may be followed: the latest, when it is published.
    fileprivate func followable() throws(FollowUpRefusal) -> Output {
        guard let latest = outputs.last, outputs.contains(where: { $0.publishedAt != nil }) else { throw .nothingPublished(reference) }
        guard latest.publishedAt != nil else { throw .draftWaiting(reference, latest.ordinal) }
        return latest
    }

    fileprivate func corrected(by followUp: FollowUp, after latest: Output) throws(FollowUpRefusal) -> Output.ID? {
        guard followUp.kind == .correction else { return nil }
        guard let ordinal = followUp.corrects else { return latest.id }
        guard let output = output(ordinal), output.publishedAt != nil else { throw .unknownOutput(reference, ordinal) }
        return output.id
    }
}
