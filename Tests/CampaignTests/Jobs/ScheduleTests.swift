import Logging
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Campaign

/// Several processes on one database: each with connections of its own, as `serve` and `work` on several machines have them.
@Suite(.timeLimit(.minutes(5))) struct ScheduleTests {
    private final class Diary: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock { $0 } }
        func note(_ line: String) { lines.withLock { $0.append(line) } }
    }

    private static let turns: [Schedule] = [Schedule("retention", .hourly), Schedule("last call", .hourly), Schedule("tidy", .daily)]

    private func worker(_ name: String, _ database: any Database, _ world: World, _ diary: Diary) -> Worker {
        let works = Self.turns.map { ($0.kind, { (job: Job) async throws in diary.note("\(job.kind) \(job.subject)") } as Worker.Work) }
        return Worker(
            database: database, world: world, works: Dictionary(uniqueKeysWithValues: works), schedules: Self.turns,
            logger: Logger(label: name) { _ in SwiftLogNoOpLogHandler() })
    }

    @Test(arguments: Engine.available)
    func `two workers, and a third that comes later, do each turn of each schedule once`(on engine: Engine) async throws {
        try await withDatabaseURL(engine) { url in
            let clock = StillClock("2021-11-30T21:59:00.000Z"), world = World.still(clock), diary = Diary()
            let first = try Engine.open(url), second = try Engine.open(url), third = try Engine.open(url)
            try await OpenStore(database: first, world: world)()
            var running = [first, second].enumerated().map { number, database in
                let worker = worker("\(number)", database, world, diary)
                return Task { await worker.run() }
            }
            for hour in 1...4 {
                try await reach(diary, 2 * hour + (hour > 3 ? 2 : 1), first)
                if hour == 2 {
                    let late = worker("late", third, world, diary)
                    running.append(Task { await late.run() })
                }
                clock.advance(seconds: 3_600)
            }
            try await reach(diary, 12, first)
            // Long enough for every worker to look at the same turn again.
            try await Task.sleep(for: .seconds(3))
            for task in running {
                task.cancel()
                await task.value
            }
            for database in [first, second, third] { await database.close() }
            let hours = ["2021-11-30T21", "2021-11-30T22", "2021-11-30T23", "2021-12-01T00", "2021-12-01T01"]
            let expected = hours.flatMap { ["retention \($0)", "last call \($0)"] } + ["tidy 2021-11-30", "tidy 2021-12-01"]
            #expect(diary.all.sorted() == expected.sorted())
        }
    }

    /// Until so much is done and noted: a job that is begun is another's when its lease is over, and the hour that passes next is longer.
    private func reach(_ diary: Diary, _ count: Int, _ database: any Database) async throws {
        let start = ContinuousClock.now
        func isThere() async throws -> Bool {
            let isQuiet = try await database.read { try $0.jobs().isEmpty }
            return isQuiet && diary.all.count >= count
        }
        while try await !isThere(), ContinuousClock.now - start < .seconds(60) { try await Task.sleep(for: .milliseconds(20)) }
        #expect(diary.all.count >= count)
    }
}
