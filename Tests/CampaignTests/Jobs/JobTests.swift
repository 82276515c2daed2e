import Logging
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Campaign

@Suite struct JobTests {
    /// Notes whose turn it was.
    private final class Diary: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock { $0 } }
        func note(_ line: String) { lines.withLock { $0.append(line) } }
    }

    private struct Trouble: Error {}

    private func doJobs(_ store: Store, by worker: String = "Ana", _ work: @escaping Worker.Work) -> DoJobs {
        DoJobs(
            database: store.database, world: store.world, works: ["greet": work], worker: worker,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    private func enqueue(_ store: Store, _ id: String, kind: String = "greet", priority: Int = Job.usual) async throws {
        let now = store.world.now()
        try await store.database.write { db in try db.enqueue(kind, subject: id, priority: priority, id: id, at: now) }
    }

    private func jobs(_ store: Store) async throws -> [Job] { try await store.database.read { try $0.jobs() } }

    @Test(arguments: Engine.available)
    func `the more urgent job is done first, each once, and then it is gone`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await enqueue(store, "later", priority: Job.whenIdle)
            try await enqueue(store, "first", priority: Job.soon)
            try await enqueue(store, "first", priority: Job.soon)
            let diary = Diary()
            let doJobs = doJobs(store) { diary.note($0.subject) }
            try await doJobs(until: StopSign())
            try await doJobs(until: StopSign())
            #expect(diary.all == ["first", "later"])
            #expect(try await jobs(store) == [])
        }
    }

    @Test(arguments: Engine.available)
    func `a job that fails waits longer each time and is dead in the end, until Rosa revives it`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await enqueue(store, "one")
            let diary = Diary()
            let doJobs = doJobs(store) {
                diary.note($0.subject)
                throw Trouble()
            }
            try await doJobs(until: StopSign())
            let first = try #require(try await jobs(store).first)
            #expect(first.state == .waiting && first.failure?.hasSuffix("Trouble") == true)
            #expect((23...38).contains(Int((first.dueAt.milliseconds - store.world.now().milliseconds) / 1_000)))
            for _ in 0..<20 {
                store.advance(days: 1)
                try await doJobs(until: StopSign())
            }
            #expect(diary.all.count == Job.attemptsAtMost)
            #expect(try await jobs(store).map(\.state) == [.dead])
            try await RetryJob(database: store.database, world: store.world)(Job.ID("one"), by: "Rosa")
            try await doJobs(until: StopSign())
            #expect(diary.all.count == Job.attemptsAtMost + 1)
            try await DropJob(database: store.database, world: store.world)(Job.ID("one"), by: "Rosa")
            #expect(try await jobs(store) == [])
            await #expect(throws: JobRefusal.notThere("one")) {
                try await DropJob(database: store.database, world: store.world)(Job.ID("one"), by: "Rosa")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the job of a worker that is gone is another's after the lease, and not before`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await enqueue(store, "one")
            let now = store.world.now(), end = now.adding(seconds: Job.leaseSeconds)
            let claimed = try await store.database.write { try $0.claimJob(of: ["greet"], by: "Ana", until: end, at: now) }
            #expect(claimed?.attempts == 1)
            let diary = Diary()
            let doJobs = doJobs(store, by: "Ben") { diary.note("Ben \($0.attempts)") }
            try await doJobs(until: StopSign())
            #expect(diary.all == [])
            store.advance(seconds: Job.leaseSeconds)
            try await doJobs(until: StopSign())
            #expect(diary.all == ["Ben 2"])
            #expect(try await !store.database.write { try $0.keepJob(Job.ID("one"), by: "Ana", until: end) })
        }
    }

    @Test(arguments: Engine.available)
    func `many workers at once do each job once`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            for number in 0..<40 { try await enqueue(store, "job \(number)") }
            let diary = Diary()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for worker in 0..<4 {
                    let doJobs = doJobs(store, by: "worker \(worker)") { diary.note($0.subject) }
                    group.addTask { try await doJobs(until: StopSign()) }
                }
                try await group.waitForAll()
            }
            #expect(diary.all.count == 40 && Set(diary.all).count == 40)
        }
    }

    @Test(arguments: Engine.available)
    func `a turn of a schedule is taken once, whoever looks`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let schedule = Schedule("greet", .hourly)
            for _ in 0..<3 { try await schedule.enter(in: store.database, at: store.world.now()) }
            #expect(try await jobs(store).map(\.subject) == ["2021-11-30T10"])
            store.advance(seconds: 3_600)
            try await schedule.enter(in: store.database, at: store.world.now())
            #expect(try await jobs(store).map(\.subject) == ["2021-11-30T10", "2021-11-30T11"])
        }
    }

    @Test(arguments: Engine.available)
    func `a worker does what is queued while it runs, and leaves what it does not know`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await enqueue(store, "other", kind: "unknown")
            let (done, told) = AsyncStream.makeStream(of: String.self)
            let worker = Worker(
                database: store.database, world: store.world, works: ["greet": { told.yield($0.subject) }],
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            let running = Task { await worker.run() }
            try await enqueue(store, "one")
            #expect(await done.first { _ in true } == "one")
            running.cancel()
            await running.value
            #expect(try await jobs(store).map(\.id).contains(Job.ID("other")))
        }
    }

    @Test func `waits grow to six hours and differ by chance`() {
        #expect((1...20).allSatisfy { RetryDelay.seconds(after: $0, token: "x") <= RetryDelay.seconds(after: $0 + 1, token: "x") })
        #expect(RetryDelay.seconds(after: 40, token: "x") <= 27_000)
        #expect(Set((0..<50).map { RetryDelay.seconds(after: 5, token: "\($0)") }).count > 10)
    }
}
