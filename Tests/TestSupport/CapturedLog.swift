package import Logging
import Synchronization

/// Keeps what is logged, as text, so that a test can read what it must not say.
package final class CapturedLog: Sendable {
    private let lines = Mutex<[String]>([])

    package init() {}

    package var all: [String] { lines.withLock { $0 } }

    /// Takes in everything down to `level`.
    package func logger(_ level: Logger.Level = .trace) -> Logger {
        Logger(label: "test") { _ in Recorder(log: self, logLevel: level) }
    }

    fileprivate func add(_ line: String) {
        lines.withLock { $0.append(line) }
    }
}

private struct Recorder: LogHandler {
    let log: CapturedLog
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }.map { "\($0)=\($1)" }.sorted()
        log.add("\(event.level) \(event.message) \(all.joined(separator: " "))")
    }
}
