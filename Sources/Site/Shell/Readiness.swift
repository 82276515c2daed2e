import Campaign
import Storage

/// Whether the database answers and takes what is written to it; looked at once in two seconds, however often it is asked.
actor Readiness {
    private let database: any Database
    private var seen: (isReady: Bool, at: ContinuousClock.Instant)?
    private var looking: Task<Bool, Never>?

    init(database: any Database) {
        self.database = database
    }

    func callAsFunction() async -> Bool {
        if let seen, seen.at.duration(to: .now) < .seconds(2) { return seen.isReady }
        let task = looking ?? Task { [database] in (try? await database.write { db in try db.writeNothing() }) != nil }
        looking = task
        let isReady = await task.value
        looking = nil
        seen = (isReady, .now)
        return isReady
    }
}
