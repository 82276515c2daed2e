import Foundation

/// Measures the memory of connections that were answered once and say nothing more, in a server of its own process: as many files again are
/// open here.
struct IdleBench {
    /// For the server's database and settings.
    let folder: String
    let connections: Int

    /// What ten thousand may cost, in MB of a million bytes.
    static let limit = 200.0

    func callAsFunction() async throws -> BenchTable {
        try OpenFiles.raise(to: connections + 100)
        let port = try FreePort.number(), page = PageRequest(port: port, path: "/en/"), settings = "\(folder)/settings.json"
        try Data("{\"connections\": \(connections + 10)}".utf8).write(to: URL(fileURLWithPath: settings))
        let words = ["serve", "--demo", "--port", "\(port)", "--data", folder, "--config", settings, "--log-level", "critical"]
        return try await OutsideTool(path: "/proc/self/exe").whileRunning(words) { (server: pid_t) in
            let began = ContinuousClock.now
            while page()?.status != 200 {
                guard began.duration(to: .now) < .seconds(60) else { throw Complaint("The server did not answer within a minute.", status: .fault) }
                try await Task.sleep(for: .milliseconds(20))
            }
            guard let before = Memory.megabytes(of: "\(server)") else { throw Complaint("The server's memory is not told.", status: .unavailable) }
            var open: [CInt] = []
            defer { for connection in open { close(connection) } }
            for _ in 0..<connections {
                guard let connection = page.leftOpen() else { throw Complaint("Connection \(open.count + 1) was not answered.", status: .fault) }
                open.append(connection)
            }
            let all = Memory.megabytes(of: "\(server)") ?? .infinity, start = ContinuousClock.now
            guard page()?.status == 200 else { throw Complaint("The page does not come beside them.", status: .fault) }
            let answer = start.duration(to: .now) / .milliseconds(1)
            guard open.allSatisfy(Self.isOpen) else { throw Complaint("The server closed connections before all were open.", status: .fault) }
            return BenchTable(rows: [
                BenchRow(
                    "what \(connections) idle connections cost", all - before, "MB", peer: "the limit", Self.limit, goal: "less than 200 MB",
                    met: all - before < Self.limit),
                BenchRow("all memory with them", all, "MB", peer: "before, MB", before, goal: "told beside", met: true),
                BenchRow("a page beside them", answer, "ms", peer: "the limit", 25, goal: "less than 25 ms", met: answer < 25),
            ])
        }
    }

    /// Whether the other side may still say something: there is neither an end nor a fault to be read.
    private static func isOpen(_ connection: CInt) -> Bool {
        var byte: UInt8 = 0
        let count = recv(connection, &byte, 1, CInt(MSG_PEEK) | CInt(MSG_DONTWAIT))
        return count > 0 || count < 0 && errno == EAGAIN
    }
}
