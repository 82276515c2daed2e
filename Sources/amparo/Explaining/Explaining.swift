import Campaign
import Converters
import Documents
import Foundation

/// Shows documents line by line, with what was recognised where, so that a person can see what the machine saw.
struct Explaining {
    let words: Translations
    private let reader = DraftReader()
    private let documents = ReadDocument(workers: 2)
    private let style: ExplanationStyle = isatty(STDOUT_FILENO) == 1 ? .coloured : .plain

    /// A document that cannot be read is named with the reason, and fails the command in the end.
    func callAsFunction(_ files: [DocumentFile]) async throws {
        var isWhole = true
        for file in files where !(await explain(file)) { isWhole = false }
        if !isWhole { throw ExitStatus.someRefused.code }
    }

    /// Whether there is a draft of it.
    private func explain(_ file: DocumentFile) async -> Bool {
        do throws(Unfit) {
            let bytes = try await readable(file)
            let reading = reader(bytes, named: file.name), lines = reader.lines(of: bytes)
            for line in Explanation(lines, reading, words).lines(style) { Terminal.say(line) }
            return tell(file, reading.refused)
        } catch {
            return tell(file, error.wanted)
        }
    }

    private func readable(_ file: DocumentFile) async throws(Unfit) -> [UInt8] {
        let bytes = try file.bytes()
        do throws(ConversionFailure) { return try await documents.readable(bytes) } catch { throw Unfit(error.reason) }
    }

    private func tell(_ file: DocumentFile, _ reason: String?) -> Bool {
        if let reason { Terminal.complain("\(file.shownName): refused: \(reason)") }
        return reason == nil
    }
}
