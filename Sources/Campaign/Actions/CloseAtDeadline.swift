import Documents
import Foundation
package import Storage

/// Makes a fact of what the rule says already: an output whose day is over for all who were asked to write has ended. The work of
/// "action.close_at_deadline" jobs, once an hour.
///
/// An ending that somebody said, an outcome or a newer document is never touched; a later extension takes it back.
package struct CloseAtDeadline: Sendable {
    package static let kind = "action.close_at_deadline"

    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    package func callAsFunction(_ job: Job) async throws {
        // somewhere the next day has begun already
        let now = world.now(), day = now.day(in: .gmt).adding(days: 1)
        for found in try await database.read({ db in try db.outputsWithADay(before: day) }) {
            let event = world.newID()
            try await database.write { db in try db.close(found.output, of: found.reference, event: event, at: now) }
        }
    }
}

extension Connection {
    fileprivate func close(_ id: Output.ID, of reference: Reference, event: String, at now: Instant) throws {
        let action = try wholeAction(reference)
        guard let output = action.outputs.first(where: { $0.id == id }) else { return }
        let sections = try sections().filter { action.isShown(by: $0.code) }
        let over = sections.filter { output.isOver(for: $0, at: now) }
        for section in over { try endAlerts(askingForLettersOf: id, in: section.code, by: "amparo", at: now) }
        guard over.count == sections.count, let last = sections.compactMap({ output.actUntil(for: $0.code) }).max(), try endByDay(id, on: last)
        else { return }
        try touch(action.id)
        try log("action.ended", subject: action.id.text, by: "amparo", detail: "output \(output.ordinal) \(last)", id: event, at: now)
    }
}

extension Output {
    /// Whether the last day for letters of a section's readers is over where the section is.
    fileprivate func isOver(for section: Section, at now: Instant) -> Bool {
        kind.asksForLetters && actUntil(for: section.code).map { $0 < now.day(in: section.timeZone) } ?? false
    }

    /// Whether it ended for no other reason than that the day for letters of a section's readers was over.
    package func isOverByDayAlone(for section: Section.Code) -> Bool {
        guard let ending, ending.reason == .deadlinePassed, outcome == nil, let last = actUntil(for: section) else { return false }
        return ending.on.map { $0 >= last } ?? true
    }
}
