import Campaign
import Documents

/// Tells what became of each document: to people in a few lines, to programs as one JSON object a line (DESIGN 4.2).
struct TakenPrinter {
    enum Format: String, CaseIterable { case text, jsonl }

    let format: Format
    let words: Translations

    /// A refusal is told on standard error too, so that nobody who reads only the lines of a program misses it.
    func callAsFunction(_ taken: Taken) throws {
        if let reason = taken.reading.refused { Terminal.complain("\(taken.file.shownName): refused: \(reason)") }
        switch format {
        case .jsonl: Terminal.say(try JSONLine.text(ReadingLine(taken.reading)))
        case .text where !taken.isRefused: Terminal.say(TakenText(taken, words).lines.joined(separator: "\n"))
        case .text: break
        }
    }

    /// How many there were of each kind.
    func sum(_ sums: BatchSums) {
        guard format == .text, sums.documents != 1 else { return }
        for line in sums.lines { Terminal.say(line) }
    }
}
