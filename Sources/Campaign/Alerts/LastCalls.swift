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
            for section in try db.sections() {
                let last = now.day(in: section.timeZone).adding(days: Self.daysBefore)
                for output in try db.outputs(until: last, for: section.code) {
                    try db.draftAlerts("\(output) \(Alert.Kind.lastCall.rawValue) \(section.code.rawValue)", about: last, at: now)
                }
            }
        }
    }
}
