import Documents
import Foundation
import Storage

/// Makes the drafts that an event asks for: one for each section that shows the action and has words for it. The work of "alert.compose" jobs.
package struct DraftAlerts: Sendable {
    package static let kind = "alert.compose"

    let compose: ComposeAlert

    package init(compose: ComposeAlert) {
        self.compose = compose
    }

    /// - Parameter job: its subject is the output's id and the kind of alert, with a blank between them.
    package func callAsFunction(_ job: Job) async throws {
        let parts = job.subject.split(separator: " ").map(String.init)
        guard parts.count == 2, let kind = Alert.Kind(rawValue: parts[1]) else { return }
        let output = Output.ID(parts[0])
        let found = try await compose.database.read { db in
            let reference = try db.reference(ofOutput: output), action = try db.publicAction(reference)
            return (reference, action.outputs.first { $0.id == output }?.ordinal, try db.sections().map(\.code).filter(action.isShown))
        }
        for section in found.2 {
            do {
                _ = try await compose(found.0, ordinal: found.1, kind: kind, for: section, by: "amparo")
            } catch is AlertRefusal {}  // no words in that section's languages, or approved already
        }
    }
}

extension Connection {
    /// Has drafts made for an output, when it is fresh enough that anybody should hear of it: an archive that is taken in alerts nobody.
    func draftAlerts(_ output: Output.ID, _ kind: Alert.Kind, issuedOn: Day?, actUntil: Day?, at now: Instant) throws {
        let today = now.day(in: .gmt)
        let isFresh = issuedOn.map { $0.days(until: today) <= 30 } ?? actUntil.map { $0 >= today } ?? true
        guard isFresh else { return }
        try enqueue(DraftAlerts.kind, subject: "\(output) \(kind.rawValue)", id: "\(DraftAlerts.kind) \(output) \(kind.rawValue)", at: now)
    }
}
