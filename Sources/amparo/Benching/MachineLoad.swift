import Foundation

/// How much else goes on: programs that ran or wanted to in the last minute, ours among them (proc(5), `loadavg`).
enum MachineLoad {
    /// nil where the system does not tell.
    static var lastMinute: Double? {
        (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)).flatMap { $0.split(separator: " ").first }.flatMap { Double($0) }
    }
}
