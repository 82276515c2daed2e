import Documents
import Storage

/// Makes the drafts of last calls: three days before letters end, in each section's own days. The work of "alert.last_call" jobs.
package struct LastCalls: Sendable {
    package static let kind = "alert.last_call"
    private static let daysBefore = 3

    let compose: ComposeAlert

    package init(compose: ComposeAlert) {
        self.compose = compose
    }

    package func callAsFunction(_ job: Job) async throws {
        let now = compose.world.now()
        try await compose.database.write { db in
            let days = Set(try db.sections().map { now.day(in: $0.timeZone).adding(days: Self.daysBefore) })
            for output in try db.outputs(until: days.sorted()) {
                let subject = "\(output.output) \(Alert.Kind.lastCall.rawValue)"
                try db.enqueue(DraftAlerts.kind, subject: subject, id: "\(DraftAlerts.kind) \(subject) \(output.until)", at: now)
            }
        }
    }
}
