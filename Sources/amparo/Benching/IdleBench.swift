import Campaign
import Foundation
import Logging
import Site
import Storage

/// Measures the memory of connections that were answered once and say nothing more.
struct IdleBench {
    let store: Store
    let connections: Int

    /// What ten thousand may cost, in MB of a million bytes.
    static let limit = 200.0

    func callAsFunction() async throws -> BenchTable {
        try OpenFiles.raise(to: 2 * connections + 200)
        let (ports, told) = AsyncStream.makeStream(of: Int.self)
        var limits = Limits()
        limits.connections = connections + 10
        limits.keepAlive = .seconds(600)
        let services = try await SiteServices.make(
            database: store.database, world: store.world, host: "127.0.0.1", port: 0, limits: limits,
            logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }
        ) { told.yield($0) }
        return try await RunningServices(services).during {
            let port = await ports.first { _ in true } ?? 0, page = PageRequest(port: port, path: "/en/")
            guard page()?.status == 200, let before = Memory.megabytes else { throw Complaint("The page did not come.", status: .fault) }
            var open: [CInt] = []
            defer { for connection in open { close(connection) } }
            for _ in 0..<connections {
                guard let connection = page.leftOpen() else { throw Complaint("Connection \(open.count + 1) was not answered.", status: .fault) }
                open.append(connection)
            }
            let all = Memory.megabytes ?? .infinity, start = ContinuousClock.now
            guard page()?.status == 200 else { throw Complaint("The page does not come beside them.", status: .fault) }
            let answer = start.duration(to: .now) / .milliseconds(1)
            return BenchTable(rows: [
                BenchRow(
                    "what \(connections) idle connections cost", all - before, "MB", peer: "the limit", Self.limit, goal: "less than 200 MB",
                    met: all - before < Self.limit),
                BenchRow("all memory with them", all, "MB", peer: "before, MB", before, goal: "told beside", met: true),
                BenchRow("a page beside them", answer, "ms", peer: "the limit", 25, goal: "less than 25 ms", met: answer < 25),
            ])
        }
    }
}
