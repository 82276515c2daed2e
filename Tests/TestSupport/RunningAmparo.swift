package import Campaign
import Logging
import ServiceLifecycle
package import Site
package import Storage

/// A whole site on a free port of this machine: the shipped sections, a database of its own, a clock in the test's hand.
package struct RunningAmparo: Sendable {
    package let store: Store
    package let url: DatabaseURL
    package let port: Int
    package let log: CapturedLog
    private let group: ServiceGroup

    fileprivate init(store: Store, url: DatabaseURL, port: Int, log: CapturedLog, group: ServiceGroup) {
        self.store = store
        self.url = url
        self.port = port
        self.log = log
        self.group = group
    }

    /// A kept-alive connection, as one browser has it.
    package func connect() async throws -> HTTPConnection {
        try await HTTPConnection.open(port: port)
    }

    /// Asks the site to stop, as SIGTERM does, without waiting for it.
    package func stop() async {
        await group.triggerGracefulShutdown()
    }

    /// Runs `body` with a further connection to the same database, as a command beside the server has one.
    package func withCommand<T>(_ body: (Store) async throws -> T) async throws -> T {
        let database = try Engine.open(url, sessions: 1)
        let result = await Result { try await body(store.beside(database)) }
        await database.close()
        return try result.get()
    }
}

/// Runs `body` beside a site that serves on an empty database, and stops it afterwards.
package func withAmparo<T: Sendable>(
    _ engine: Engine = .sqlite, at instant: String = "2021-11-30T10:00:00.000Z", supporters desk: SupporterDesk? = nil,
    press: Press = Press(python: nil), federation: Federation? = nil,
    _ body: (RunningAmparo) async throws -> T
) async throws -> T {
    await Gate.sites.enter()
    let result = await Result { try await onNewDatabase(engine, at: instant, desk, press, federation, body) }
    await Gate.sites.leave()
    return try result.get()
}

private func onNewDatabase<T: Sendable>(
    _ engine: Engine, at instant: String, _ desk: SupporterDesk?, _ press: Press, _ federation: Federation?,
    _ body: (RunningAmparo) async throws -> T
) async throws -> T {
    try await withReadyDatabaseURL(engine) { url in
        let store = Store(database: try Engine.open(url), clock: StillClock(instant))
        let result = await Result { try await serve(store, url, desk, press, federation, body) }
        await store.database.close()
        return try result.get()
    }
}

private func serve<T: Sendable>(
    _ store: Store, _ url: DatabaseURL, _ desk: SupporterDesk?, _ press: Press, _ federation: Federation?,
    _ body: (RunningAmparo) async throws -> T
) async throws -> T {
    let log = CapturedLog(), (ports, told) = AsyncStream.makeStream(of: Int.self)
    let services = try await SiteServices.make(
        database: store.database, world: store.world, host: "127.0.0.1", port: 0, limits: Limits(), logger: log.logger(), press: press,
        supporters: desk,
        desk: try .still(), federation: federation
    ) { told.yield($0) }
    let group = ServiceGroup(configuration: .init(services: services, logger: log.logger(.error)))
    return try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask { try await group.run() }
        let port = await ports.first { _ in true } ?? 0
        let result = await Result { try await body(RunningAmparo(store: store, url: url, port: port, log: log, group: group)) }
        await group.triggerGracefulShutdown()
        try await tasks.waitForAll()
        return try result.get()
    }
}
