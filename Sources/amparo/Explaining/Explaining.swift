import Documents
import Foundation

/// Shows documents line by line, with what was recognised where, so that a person can see what the machine saw.
struct Explaining {
    private let reader = DraftReader()
    private let style: ExplanationStyle = isatty(STDOUT_FILENO) == 1 ? .coloured : .plain

    /// A document that cannot be read is named with the reason, and fails the command in the end.
    func callAsFunction(_ files: [DocumentFile]) throws {
        let refused = files.map(explain).filter { !$0 }
        if !refused.isEmpty { throw ExitStatus.someRefused.code }
    }

    /// Whether there is a draft of it.
    private func explain(_ file: DocumentFile) -> Bool {
        do throws(Unfit) {
            let bytes = try file.bytes()
            let reading = reader(bytes, named: file.name), lines = reader.lines(of: bytes)
            for line in Explanation(lines, reading).lines(style) { Terminal.say(line) }
            return tell(file, reading.refused)
        } catch {
            return tell(file, error.wanted)
        }
    }

    private func tell(_ file: DocumentFile, _ reason: String?) -> Bool {
        if let reason { Terminal.complain("\(file.shownName): refused: \(reason)") }
        return reason == nil
    }
}
