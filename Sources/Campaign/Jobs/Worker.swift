package import Logging
import ServiceLifecycle
package import Storage

/// Does the jobs, enters the schedules and goes the rounds; in `serve` beside the pages, and alone in `amparo work`.
///
/// Any number may run on one database. When it is told to stop it begins nothing more and finishes what it began.
package struct Worker: Service {
    /// Does one kind of job. What it throws is noted by its type, and it is tried again later.
    package typealias Work = @Sendable (Job) async throws -> Void

    let database: any Database
    let world: World
    let works: [String: Work]
    let schedules: [Schedule]
    let rounds: [any Round]
    let logger: Logger
    let measures: Measures

    package init(
        database: any Database, world: World, works: [String: Work], schedules: [Schedule] = [], rounds: [any Round] = [], logger: Logger,
        measures: Measures = Measures()
    ) {
        self.database = database
        self.world = world
        self.works = works
        self.schedules = schedules
        self.rounds = rounds
        self.logger = logger
        self.measures = measures
    }

    /// Of each process: how many jobs it does at once.
    private static let lanes = 2

    package func run() async {
        let sign = StopSign(), name = world.newID()
        await withTaskGroup(of: Void.self) { group in
            for lane in 0..<Self.lanes {
                let jobs = DoJobs(database: database, world: world, works: works, worker: "\(name) \(lane)", logger: logger, measures: measures)
                group.addTask { await loop("jobs", sign) { try await jobs(until: sign) } }
            }
            group.addTask {
                await loop("schedules", sign) {
                    for schedule in schedules { try await schedule.enter(in: database, at: world.now()) }
                }
            }
            for round in rounds { group.addTask { await loop("round", sign) { try await round(until: sign) } } }
        }
    }

    /// Does `body` at each wake until the stop; a failure is noted, and the next wake tries again.
    private func loop(_ name: String, _ sign: StopSign, _ body: @Sendable () async throws -> Void) async {
        let wakes = Wakes()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await wakes.ring(database, every: .seconds(1)) }
            await withGracefulShutdownHandler {
                for await _ in wakes.stream {
                    if sign.isUp || Task.isCancelled { break }
                    do { try await body() } catch { note(name, error) }
                }
            } onGracefulShutdown: {
                sign.raise()
                wakes.end()
            }
            group.cancelAll()
        }
    }

    /// What was cut off because the program ends failed at nothing.
    private func note(_ name: String, _ error: any Error) {
        guard !Task.isCancelled else { return }
        logger.error("work failed", metadata: ["loop": "\(name)", "error": "\(String(reflecting: type(of: error)))"])
    }
}
