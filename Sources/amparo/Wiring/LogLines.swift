import Campaign
import Foundation
import Logging

/// Writes each event as one line on standard error: time, level, event and what belongs to it.
struct LogLines: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level
    let format: LogFormat
    let now: @Sendable () -> Instant

    init(_ settings: Settings, _ world: World) {
        logLevel = settings.logLevel.value
        format = settings.logFormat.value
        now = world.now
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let extra = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value.description) }
        let fields = [("time", now().text), ("level", event.level.rawValue), ("event", event.message.description)] + extra
        Terminal.complain(format == .json ? Self.json(fields) : Self.text(fields))
    }

    private static func text(_ fields: [(String, String)]) -> String {
        fields.map { "\($0)=\(quoted($1))" }.joined(separator: " ")
    }

    /// Bare when one word; else as a JSON text, so that nobody's value can pretend to be another field or another line.
    private static func quoted(_ value: String) -> String {
        let isPlain =
            !value.isEmpty && value.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F && $0 != "\"" && $0 != "=" && $0 != "\\" }
        return isPlain ? value : string(value)
    }

    private static func json(_ fields: [(String, String)]) -> String {
        "{" + fields.map { "\(string($0)):\(string($1))" }.joined(separator: ",") + "}"
    }

    private static func string(_ value: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    }
}
