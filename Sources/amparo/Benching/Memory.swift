import Foundation

/// What a process holds now.
enum Memory {
    /// In MB of a million bytes; nil where the system does not tell (VmRSS of proc(5)).
    static var megabytes: Double? { megabytes(of: "self") }

    /// Of another process, by its number.
    ///
    /// - Parameter kind: a line of proc(5), `status`; `RssAnon` for what is its own and comes from no file.
    static func megabytes(of process: String, _ kind: String = "VmRSS") -> Double? {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("\(kind):") }),
            let kilobytes = line.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
        else { return nil }
        return kilobytes * 1_024 / 1_000_000
    }
}
