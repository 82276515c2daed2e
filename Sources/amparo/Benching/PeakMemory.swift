import Foundation

/// The most memory that this process ever held, or held since it was told to forget.
enum PeakMemory {
    /// In MB of a million bytes; nil where the system does not tell (VmHWM of proc(5)).
    static var megabytes: Double? {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kilobytes = line.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
        else { return nil }
        return kilobytes * 1_024 / 1_000_000
    }

    /// From now on only what is held from now on counts (proc(5), `clear_refs`).
    static func forget() {
        guard let file = fopen("/proc/self/clear_refs", "w") else { return }
        defer { fclose(file) }
        fputs("5", file)
    }
}
