import Foundation

/// The line of progress, never longer than the terminal is wide: a line that wraps cannot be drawn over.
struct ProgressLine {
    let read: Int
    let total: Int
    let refused: Int
    /// Documents a second.
    let rate: Double

    /// With a bar where there is room for one; where it is narrow the rate goes first, then the time, then the refusals.
    func text(columns: Int) -> String {
        let count = "\(read) of \(total)", widest = columns - 1
        let choices = [[count, speed, left, "\(refused) refused"], [count, left, "\(refused) refused"], [count, "\(refused) refused"], [count]]
        let text = choices.map { $0.joined(separator: ", ") }.first { $0.count <= widest } ?? String(count.prefix(max(0, widest)))
        return (bar(min(30, widest - text.count - 3)) ?? "") + text
    }

    private func bar(_ width: Int) -> String? {
        guard width >= 8 else { return nil }
        let done = min(width, width * read / max(1, total))
        return "[" + String(repeating: "=", count: done) + String(repeating: " ", count: width - done) + "] "
    }

    private var speed: String { rate < 10 ? String(format: "%.1f/s", rate) : "\(Int(rate))/s" }

    private var left: String {
        guard rate > 0 else { return "? left" }
        let seconds = Int((Double(max(0, total - read)) / rate).rounded(.up))
        let span =
            seconds < 100 ? "\(seconds) s" : seconds < 6_000 ? "\((seconds + 30) / 60) min" : "\(seconds / 3_600) h \(seconds / 60 % 60) min"
        return "\(span) left"
    }
}
