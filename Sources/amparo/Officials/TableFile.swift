import ArgumentParser
import Campaign
import Documents

/// A table that a command is given, and what is wrong with it in words.
enum TableFile {
    /// How many wrong rows are told one by one.
    static let told = 50

    static func read(_ path: String) throws -> CSVTable {
        let bytes: [UInt8]
        do { bytes = try DocumentFile(path: path).bytes() } catch { throw Complaint("\(path): \(error.wanted).", status: .inputOutput) }
        do { return try CSVTable(bytes) } catch { throw Complaint("\(path): \(words(error)) Nothing was changed.", status: .refused) }
    }

    static func name(of path: String) -> String { DocumentFile(path: path).name }

    /// Each with its line; throws the status for "nothing was taken" when there is any.
    static func tell(_ problems: [TableProblem]) throws {
        guard !problems.isEmpty else { return }
        for problem in problems.prefix(told) { Terminal.complain("line \(problem.line): \(Complaint.english(problem.message))") }
        if problems.count > told { Terminal.complain("… and \(problems.count - told) more") }
        Terminal.complain("amparo: \(problems.count) wrong rows. Nothing was changed.")
        throw ExitStatus.someRefused.code
    }

    private static func words(_ failure: CSVFailure) -> String {
        switch failure {
        case .tooLarge: "The file is larger than \(CSVTable.byteLimit >> 20) MB."
        case .notUTF8(let line): "Line \(line) is not UTF-8; save the table as \"CSV UTF-8\"."
        case .control(let line): "Line \(line) holds a character that no table holds."
        case .empty: "There is nothing in it."
        case .openQuote(let line): "The quote that is opened on line \(line) is never closed."
        case .afterQuote(let line): "On line \(line) something stands between a closing quote and the next comma."
        case .cellTooLong(let line): "A cell on line \(line) is longer than \(CSVTable.cellLimit) bytes."
        case .tooManyColumns(let line): "Line \(line) has more than \(CSVTable.columnLimit) columns."
        case .columnTwice(let name): "There are two columns \"\(name)\"."
        }
    }
}
