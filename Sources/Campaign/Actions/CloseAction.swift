package import Documents
package import Storage

/// Says how an action ended and, when it is known, on which day. No letter is offered from then on.
package struct CloseAction: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Ends the latest published output. What was said before can be said otherwise; the same again is refused.
    /// `day` stays unknown when nobody says it; `reason` defaults to the one that usually goes with the outcome.
    /// Throws `ActionRefusal`.
    package func callAsFunction(
        _ reference: Reference, outcome: Outcome, on day: Day?, reason: EndReason?, by name: String
    ) async throws {
        try await self(reference, Closing(outcome: outcome, endedOn: day, reason: reason), by: name)
    }

    /// The same with all that can be said of an end. What the closing leaves open stays as it was said before.
    package func callAsFunction(_ reference: Reference, _ closing: Closing, by name: String) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            let action = try db.wholeAction(reference)
            if try db.isWithdrawn(action.id) { throw ActionRefusal.withdrawn }
            guard let latest = action.outputs.last(where: { $0.publishedAt != nil }) else { throw ActionRefusal.nothingPublished(reference) }
            let closed = latest.closed(closing)
            if latest == closed { throw ActionRefusal.alreadyClosed(reference) }
            let ending = Ending(on: closed.ending?.on, reason: closed.ending?.reason)
            try db.end(latest.id, ending, outcome: closed.outcome, eventOn: closed.eventOn)
            try db.replace(closed.notes.filter { $0.kind == .outcome }, .outcome, of: latest.id)
            if ending.reason?.isNews != false {
                // saying it makes it news
                try db.draftAlerts("\(latest.id) \(Alert.Kind.outcome.rawValue)", at: now)
            }
            try db.touch(action.id)
            try db.log("action.closed", subject: action.id.text, by: name, detail: "output \(latest.ordinal)", id: event, at: now)
        }
    }
}

extension EndReason {
    /// Whether those who follow the action are to hear of the ending: not when a newer document took its place, or nobody should look.
    fileprivate var isNews: Bool { self != .superseded && self != .withdrawnForSafety && self != .error }
}
