import Logging
import Storage

/// Takes one job after another and does it.
struct DoJobs: Sendable {
    let database: any Database
    let world: World
    let works: [String: Worker.Work]
    /// Whose the jobs are while they are done.
    let worker: String
    let logger: Logger
    var measures = Measures()

    func callAsFunction(until sign: StopSign) async throws {
        while !sign.isUp, let job = try await next() { try await done(job) }
    }

    private func next() async throws -> Job? {
        let now = world.now(), kinds = works.keys.sorted(), worker = worker
        guard try await database.read({ db in try db.hasDueJob(of: kinds, at: now) }) else { return nil }
        return try await database.write { db in
            try db.claimJob(of: kinds, by: worker, until: now.adding(seconds: Job.leaseSeconds), at: now)
        }
    }

    /// Does it and notes how it went; meanwhile others see that somebody is at it.
    private func done(_ job: Job) async throws {
        let start = ContinuousClock.now
        let failure = await withTaskGroup(of: Void.self) { group in
            group.addTask { await keep(job) }
            let failure = await trouble(doing: job)
            group.cancelAll()
            return failure
        }
        measures.jobs(job.kind, failure == nil ? "done" : "failed").note((ContinuousClock.now - start) / .seconds(1))
        try await note(job, failure)
    }

    private func trouble(doing job: Job) async -> String? {
        // More attempts than that were begun and never ended: the job takes its worker down with it.
        guard job.attempts <= Job.attemptsAtMost else { return job.failure ?? "never came to an end" }
        do {
            try await works[job.kind]?(job)
            return nil
        } catch {
            let name = String(reflecting: type(of: error))
            // when the program ends it is no failure of the job, which falls due again with its lease
            if Task.isCancelled { return name }
            logger.error("a job failed", metadata: ["kind": "\(job.kind)", "job": "\(job.id)", "error": "\(name)"])
            return name
        }
    }

    private func note(_ job: Job, _ failure: String?) async throws {
        let worker = worker, delay = RetryDelay.seconds(after: job.attempts, token: world.token())
        let due = job.attempts < Job.attemptsAtMost ? world.now().adding(seconds: delay) : nil
        try await database.write { db in
            if let failure {
                try db.putOffJob(job.id, by: worker, until: due, because: failure)
            } else {
                try db.finishJob(job.id, by: worker)
            }
        }
    }

    private func keep(_ job: Job) async {
        let worker = worker
        while (try? await Task.sleep(for: .seconds(Job.leaseSeconds / 3))) != nil {
            let end = world.now().adding(seconds: Job.leaseSeconds)
            _ = try? await database.write { db in try db.keepJob(job.id, by: worker, until: end) }
        }
    }
}
