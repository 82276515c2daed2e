import Logging
import Synchronization

/// Keeps what is logged, as text, so that a test can read what it must not say.
final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    var logger: Logger {
        Logger(label: "test") { _ in Recorder(lines: self) }
    }

    fileprivate func add(_ line: String) {
        lines.withLock { $0.append(line) }
    }
}

private struct Recorder: LogHandler {
    let lines: LogLines
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }.map { "\($0)=\($1)" }.sorted()
        lines.add("\(event.level) \(event.message) \(all.joined(separator: " "))")
    }
}
