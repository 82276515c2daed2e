import Campaign
import Logging
import ServiceLifecycle

/// Services that run while something is measured.
struct RunningServices {
    private let group: ServiceGroup

    init(_ services: [any Service]) {
        group = ServiceGroup(
            configuration: .init(
                services: services.map { Named($0) as any Service }, logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }))
    }

    /// Gives what `body` gives once they have stopped.
    func during<T: Sendable>(_ body: () async throws -> T) async throws -> T {
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let result: Result<T, any Error>
            do { result = .success(try await body()) } catch { result = .failure(error) }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return try result.get()
        }
    }
}
