import Foundation

/// wrk, which asks a server for the same over and over on connections that are kept.
struct Wrk {
    private let tool = OutsideTool(path: "/usr/bin/wrk")
    /// For scripts, and nothing outside of it.
    let folder: String

    /// What it told of one round.
    struct Round {
        let perSecond: Double
        /// Milliseconds within which 99 of 100 answers came.
        let p99: Double
        /// Answers that came.
        let requests: Double
    }

    /// Throws `Complaint` when there was an answer that is neither a success nor leads on, or none.
    ///
    /// - Parameter script: in Lua, as wrk's manual says.
    func callAsFunction(_ url: String, seconds: Int, connections: Int, headers: [String] = [], script: String? = nil) async throws -> Round {
        var words = ["-t", "1", "-c", "\(connections)", "-d", "\(seconds)s", "--timeout", "10s", "--latency"] + headers.flatMap { ["-H", $0] }
        if let script {
            let file = "\(folder)/wrk.lua"
            try script.write(toFile: file, atomically: true, encoding: .utf8)
            words += ["-s", file]
        }
        let said = try await tool(words + [url])
        guard !said.contains("Non-2xx"), !said.contains("Socket errors") else { throw Complaint("wrk met errors: \(said)", status: .fault) }
        let lines = said.split(separator: "\n").map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
        guard let rate = lines.first(where: { $0.first == "Requests/sec:" })?.last.flatMap({ Double($0) }),
            let p99 = lines.first(where: { $0.first == "99%" })?.last.flatMap(Self.milliseconds),
            let requests = lines.first(where: { $0.dropFirst().first == "requests" })?.first.flatMap({ Double($0) })
        else { throw Complaint("wrk said nothing that can be read: \(said)", status: .unavailable) }
        return Round(perSecond: rate, p99: p99, requests: requests)
    }

    /// "512.00us", "1.20ms", "2.01s"
    private static func milliseconds(_ text: String) -> Double? {
        for (unit, factor) in [("us", 0.001), ("ms", 1), ("s", 1_000)] where text.hasSuffix(unit) {
            return Double(text.dropLast(unit.count)).map { $0 * factor }
        }
        return nil
    }
}
