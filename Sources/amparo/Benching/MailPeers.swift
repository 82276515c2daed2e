import Foundation

/// What mail is measured beside: Postfix's source and sink of test mail, and OpenSSL's own count of signatures.
struct MailPeers {
    let source: OutsideTool
    let sink: OutsideTool
    let openssl = OutsideTool(path: "/usr/bin/openssl")
    let connections: Int

    /// - Parameter folder: where smtp-source and smtp-sink are; nil for Debian's place.
    init(folder: String?, connections: Int) {
        let folder = folder ?? "/usr/sbin"
        source = OutsideTool(path: "\(folder)/smtp-source")
        sink = OutsideTool(path: "\(folder)/smtp-sink")
        self.connections = connections
    }

    /// Lets a server that takes everything and keeps nothing run beside `body`, which is told its port.
    func withSink<T>(_ body: (Int) async throws -> T) async throws -> T {
        let port = try FreePort.number()
        var words = ["127.0.0.1:\(port)", "1024"]
        if getuid() == 0 { words = ["-u", "nobody"] + words }
        return try await sink.whileRunning(words) {
            for _ in 0..<100 where !FreePort.answers(port) { try await Task.sleep(for: .milliseconds(20)) }
            return try await body(port)
        }
    }

    /// Messages a second of smtp-source, each the one in `file`, over connections that are kept.
    func rate(to port: Int, of messages: Int, file: String) async throws -> Double {
        let start = ContinuousClock.now
        _ = try await source([
            "-d", "-s", "\(connections)", "-m", "\(messages)", "-f", "bounces@example.org", "-t", "rosa@example.org", "-F", file, "127.0.0.1:\(port)",
        ])
        return Double(messages) / (start.duration(to: .now) / .seconds(1))
    }

    /// Signatures a second with RSA keys of 2048 bits on so many cores at once.
    func signatures(cores: Int) async throws -> Double {
        let said = try await openssl(["speed", "-seconds", "3", "-multi", "\(cores)", "rsa2048"])
        let line = said.split(separator: "\n").last { $0.contains("2048 bits") } ?? ""
        let numbers = line.split(separator: " ").compactMap { Double($0) }
        guard numbers.count >= 2 else { throw Complaint("openssl speed said nothing that can be read.", status: .unavailable) }
        return numbers[numbers.count - 2]
    }

    /// A fresh RSA key in PEM form, left in `file`.
    func key(_ file: String) async throws -> String {
        _ = try await openssl(["genpkey", "-algorithm", "rsa", "-pkeyopt", "rsa_keygen_bits:2048", "-out", file])
        return try String(contentsOfFile: file, encoding: .utf8)
    }
}
