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

    /// - Parameter job: its subject is the output's id, the kind of alert and, when it is for one alone, the section, with a blank between them.
    package func callAsFunction(_ job: Job) async throws {
        let parts = job.subject.split(separator: " ").map(String.init)
        guard parts.count >= 2, let kind = Alert.Kind(rawValue: parts[1]) else { return }
        let output = Output.ID(parts[0]), only = parts.count > 2 ? Section.Code(rawValue: parts[2]) : nil
        do {
            let found = try await compose.database.read { db in
                let reference = try db.reference(ofOutput: output), action = try db.publicAction(reference)
                let found = action.outputs.first { $0.id == output }
                let sections = try db.sections().map(\.code).filter { code in
                    (only == nil || only == code) && (found.map { action.isShown($0, by: code) } ?? action.isShown(by: code))
                }
                return (reference, found?.ordinal, sections)
            }
            for section in found.2 {
                do {
                    _ = try await compose(found.0, ordinal: found.1, kind: kind, for: section, by: "amparo")
                } catch is AlertRefusal {}  // no words in that section's languages, or approved already
            }
        } catch ActionRefusal.withdrawn {}  // meanwhile: there is nothing to tell, now or later
    }
}

extension Connection {
    /// Has drafts made for an output, when it is news.
    func draftAlerts(_ output: Output.ID, _ kind: Alert.Kind, _ currency: Currency, at now: Instant) throws {
        guard currency.isNews(on: now.day(in: .gmt)) else { return }
        try draftAlerts("\(output) \(kind.rawValue)", at: now)
    }

    /// Has drafts made that tell of a later act-until day: for one section, or for all that show the action.
    func draftAlerts(ofExtension day: Day, of output: Output.ID, for section: Section.Code, at now: Instant) throws {
        let one = section == .international ? "" : " \(section.rawValue)"
        try draftAlerts("\(output) \(Alert.Kind.deadline.rawValue)\(one)", about: day, at: now)
    }

    /// - Parameter day: makes it another job than that of another day.
    func draftAlerts(_ subject: String, about day: Day? = nil, at now: Instant) throws {
        let day = day.map { " \($0)" } ?? ""
        try enqueue(DraftAlerts.kind, subject: subject, id: "\(DraftAlerts.kind) \(subject)\(day)", at: now)
    }
}
