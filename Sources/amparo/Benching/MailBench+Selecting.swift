import Campaign
import Storage

extension MailBench {
    /// An alert to everybody, from its approval until each delivery is a row.
    func selection() async throws -> [BenchRow] {
        let alert = try await draft(.update)
        try await approve(alert)
        PeakMemory.forget()
        let start = ContinuousClock.now
        try await SelectRecipients(database: database, world: world)(alert)
        let time = start.duration(to: .now) / .seconds(1), peak = PeakMemory.megabytes
        let queued = try await database.read { db in
            try db.alertSummaries(limit: 10).first { $0.alert.id == alert }?.counts.values.reduce(0, +) ?? 0
        }
        guard queued == recipients else { throw Complaint("\(queued) of \(recipients) recipients were queued.", status: .fault) }
        let what = name("\(recipients) recipients selected and queued")
        return [BenchRow(what, time, "s", peer: "the limit", 60, goal: "less than 60 s", met: time < 60)]
            + [peak.map { BenchRow("\(what): peak memory", $0, "MB", peer: "the limit", 200, goal: "less than 200 MB", met: $0 < 200) }].compactMap(
                \.self)
    }
}
