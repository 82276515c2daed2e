import Foundation

/// Measures how soon a server answers after it was started, and what it holds in memory when nobody asks.
struct StartBench {
    let engine: String
    let database: String
    let folder: String
    let rounds: Int

    /// Milliseconds, and MB of a million bytes (DESIGN 5).
    private static let latest = 1_000.0, most = 80.0

    func callAsFunction() async throws -> BenchTable {
        let first = try await start()
        var times: [Double] = [], sizes: [Double] = [], own: [Double] = [], read: [Double] = []
        for _ in 0..<rounds {
            let (time, size, part, afterwards) = try await start()
            own.append(part)
            times.append(time)
            sizes.append(size)
            read.append(afterwards)
        }
        let time = Timings(times).median, size = Timings(sizes).median
        return BenchTable(rows: [
            BenchRow(
                "first answer after a start (\(engine))", time, "ms", peer: "the limit", Self.latest, goal: "less than 1 s", met: time < Self.latest),
            BenchRow(
                "the same into an empty database, with the examples", first.time, "ms", peer: "the limit", Self.latest, goal: "told beside", met: true
            ),
            BenchRow(
                "memory of an idle server, without helpers (\(engine))", size, "MB", peer: "the limit", Self.most, goal: "less than 80 MB",
                met: size < Self.most),
            BenchRow(
                "of that its own; the rest are pages of the program's file", Timings(own).median, "MB", peer: "all of it", size, goal: "told beside",
                met: true),
            BenchRow(
                "the same once the list was read in \(Self.readers.count) languages", Timings(read).median, "MB", peer: "before", size,
                goal: "told beside", met: true),
        ])
    }

    private static let readers = ["en", "es", "fr", "de"]

    private func start() async throws -> (time: Double, size: Double, own: Double, read: Double) {
        let port = try FreePort.number(), began = ContinuousClock.now
        let words = ["serve", "--demo", "--port", "\(port)", "--data", folder, "--database", database, "--log-level", "critical"]
        return try await OutsideTool(path: "/proc/self/exe").whileRunning(words) { (process: pid_t) in
            let page = PageRequest(port: port, path: "/en/")
            while page()?.status != 200 {
                guard began.duration(to: .now) < .seconds(60) else { throw Complaint("The server did not answer within a minute.", status: .fault) }
                try await Task.sleep(for: .milliseconds(2))
            }
            let time = began.duration(to: .now) / .milliseconds(1)
            try await Task.sleep(for: .seconds(2))
            let size = Memory.megabytes(of: "\(process)") ?? .infinity, own = Memory.megabytes(of: "\(process)", "RssAnon") ?? .infinity
            for language in Self.readers { _ = PageRequest(port: port, path: "/\(language)/")() }
            let read = Memory.megabytes(of: "\(process)") ?? .infinity
            kill(process, SIGTERM)
            for _ in 0..<500 where FreePort.answers(port) { try await Task.sleep(for: .milliseconds(20)) }
            return (time, size, own, read)
        }
    }
}
