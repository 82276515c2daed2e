import Foundation

/// The report of a batch: one JSON object a line for each document, written as the batch goes on.
final class ReportFile {
    private let file: FileHandle
    private let path: String

    /// Replaces what an earlier batch reported there.
    init(_ path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path) else {
            throw Complaint("The report cannot be written to \(path).", status: .inputOutput)
        }
        self.file = file
        self.path = path
    }

    func add(_ taken: Taken) throws {
        let line = Data((try JSONLine.text(ReportLine(taken)) + "\n").utf8)
        do { try file.write(contentsOf: line) } catch {
            throw Complaint("The report \(path) could not be written on; the documents so far are imported.", status: .inputOutput)
        }
    }
}
