import Campaign
import Foundation
import Storage

/// What the engines and the disk refuse, said so that one knows what to do.
extension Complaint {
    init(_ trouble: OpenStore.Trouble) {
        switch trouble {
        case .behind(let missing):
            self.init("The database is behind this program: \(missing.joined(separator: ", ")). Run `amparo migrate`.", status: .unavailable)
        case .foreign(let tables):
            self.init(
                "The database holds the tables of another program (\(tables.prefix(3).joined(separator: ", "))). Give Amparo an empty database of its own.",
                status: .unavailable
            )
        case .ahead(let unknown):
            self.init(
                "The database is ahead of this program, which does not know: \(unknown.joined(separator: ", ")). Use the newer program.",
                status: .unavailable
            )
        }
    }

    init(_ failure: StorageFailure) {
        switch failure {
        case .busy: self.init("The database is locked by another program and did not become free in time. Nothing was changed.", status: .tryAgain)
        case .diskFull: self.init("The disk of the database is full. Nothing was changed.", status: .inputOutput)
        case .readOnly: self.init("The database may be read but not written by this program. Nothing was changed.", status: .inputOutput)
        case .unreachable(let reason): self.init("The database cannot be reached: \(Self.line(reason))", status: .unavailable)
        case .other(let code, let message): self.init("The database answered \(code): \(Self.line(message))", status: Self.status(of: code))
        case .unique(let place), .foreignKey(let place), .check(let place), .notNull(let place):
            self.init("The database refused what the program wanted to write (\(place)). Nothing was changed.", status: .fault)
        }
    }

    init(_ failure: CocoaError) {
        let place = failure.filePath.map { " (\($0))" } ?? ""
        let isFull = failure.code == .fileWriteOutOfSpace
        self.init(isFull ? "The disk is full\(place)." : "A file cannot be read or written\(place).", status: .inputOutput)
    }

    /// SQLite's codes for a disk that fails or may not be written; the primary code is the low byte.
    private static func status(of code: String) -> ExitStatus {
        guard let number = Int(code), code.count < 5 else { return .fault }
        return [8, 10].contains(number & 0xFF) ? .inputOutput : .fault
    }

    private static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
