import Campaign
import Hummingbird
import Logging
import ServiceLifecycle
import TestSupport

@testable import Site

/// A site on a free port of this machine, for the length of one test.
struct RunningSite {
    let port: Int
    let log: LogLines
    private let group: ServiceGroup

    static func run(
        limits: Limits = Limits(),
        errorPages: any ErrorPages = PlainErrorPages(),
        ready: ReadyAnswers? = nil,
        measures: Measures = Measures(),
        shedding: Shedding? = nil,
        routes: (Router<Visitor>) -> Void = { _ in },
        _ body: (RunningSite) async throws -> Void
    ) async throws {
        let router = SiteRouter.make(errorPages: errorPages, ready: ready, measures: measures, shedding: shedding)
        routes(router)
        let log = LogLines()
        let (ports, told) = AsyncStream.makeStream(of: Int.self)
        let server = SiteServer.build(
            router: router, host: "127.0.0.1", port: 0, limits: limits, logger: log.logger, ready: ready, measures: measures,
            onBound: { port in _ = told.yield(port) })
        let group = ServiceGroup(configuration: .init(services: [server], logger: log.logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let port = await ports.first { _ in true } ?? 0
            let outcome = await Result { try await body(RunningSite(port: port, log: log, group: group)) }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            try outcome.get()
        }
    }

    /// Asks the site to stop, as SIGTERM does, without waiting for it.
    func stop() async {
        await group.triggerGracefulShutdown()
    }

    func connect() async throws -> HTTPConnection {
        try await HTTPConnection.open(port: port)
    }

    func connectRaw() async throws -> HTTPRawConnection {
        try await HTTPRawConnection.open(port: port)
    }
}

extension Result where Failure == any Error {
    init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
