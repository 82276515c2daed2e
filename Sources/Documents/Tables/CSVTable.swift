/// A table of comma-separated values (RFC 4180) with a header row: UTF-8, fields in double quotes where they need them.
package struct CSVTable: Sendable, Equatable {
    /// The names of the columns, as the header has them, in lower case.
    package let header: [String]
    package let rows: [CSVRow]

    /// The largest file that is read.
    package static let byteLimit = 20 << 20
    /// The longest cell that is read.
    package static let cellLimit = 10_000
    package static let columnLimit = 100

    package init(header: [String], rows: [CSVRow]) {
        self.header = header
        self.rows = rows
    }
}

/// One row with the line of the file on which it begins, counted from 1.
package struct CSVRow: Sendable, Equatable {
    package let line: Int
    package let cells: [String]

    package init(line: Int, cells: [String]) {
        self.line = line
        self.cells = cells
    }
}

/// Why a file cannot be read as a table at all. Nothing of it is taken then.
package enum CSVFailure: Error, Equatable {
    case tooLarge
    /// Not UTF-8; the line tells where the first such byte is.
    case notUTF8(line: Int)
    /// A control character that no table holds, such as a zero byte.
    case control(line: Int)
    case empty
    /// A quote that was opened here is never closed.
    case openQuote(line: Int)
    /// Something stands between a closing quote and the next comma.
    case afterQuote(line: Int)
    case cellTooLong(line: Int)
    case tooManyColumns(line: Int)
    case columnTwice(String)
}
